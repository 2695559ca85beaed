// Prints the account that each of the named profiles is for, as the AWS SDK for JavaScript sees it.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
const { fromNodeProviderChain } = require('@aws-sdk/credential-providers');

for (const profile of process.argv.slice(2)) {
  const client = new STSClient({ profile, credentials: fromNodeProviderChain({ profile }) });
  console.log((await client.send(new GetCallerIdentityCommand({}))).Account);
}
