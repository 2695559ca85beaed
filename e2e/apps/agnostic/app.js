// A stack that names neither account nor Region: both come from the default credentials.
const { App, Stack, aws_sns: sns } = require('aws-cdk-lib');

const stack = new Stack(new App(), 'Anywhere');
new sns.Topic(stack, 'Topic');
