// Two stacks, two accounts, two Regions, one app.
const { App, Stack, aws_sns: sns } = require('aws-cdk-lib');

const app = new App();
const places = {
  Europe: { account: '111111111111', region: 'eu-west-1' },
  America: { account: '222222222222', region: 'us-east-1' },
};
for (const [name, env] of Object.entries(places)) {
  const stack = new Stack(app, name, { env });
  new sns.Topic(stack, 'Topic');
}
