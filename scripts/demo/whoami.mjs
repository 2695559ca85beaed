// A tool in a later step, such as the AWS CLI or CDK: asks AWS who it is, with a profile and nothing else.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const { Account, Arn } = await new STSClient({ region: 'eu-west-1' }).send(new GetCallerIdentityCommand({}));
console.log(JSON.stringify({ Account, Arn }));
