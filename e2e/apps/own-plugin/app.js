// One stack in an account of the environments file, one in an account that only the project's own plugin knows.
const { App, Stack, aws_sns: sns } = require('aws-cdk-lib');

const app = new App();
const places = {
  America: { account: '222222222222', region: 'us-east-1' },
  Partner: { account: '333333333333', region: 'us-east-1' },
};
for (const [name, env] of Object.entries(places)) new sns.Topic(new Stack(app, name, { env }), 'Topic');
