// Prints the access key ID that the AWS SDK for JavaScript gets for each of the named profiles.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const { fromNodeProviderChain } = require('@aws-sdk/credential-providers');

for (const profile of process.argv.slice(2))
  console.log((await fromNodeProviderChain({ profile })()).accessKeyId);
