// Says as whom, and for which Region, the AWS SDK for JavaScript acts: one line for each of the names given.
// An empty name is no name. "ACCOUNT REGION"; "nobody" where there are no credentials, the error where there is another.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');
const { fromNodeProviderChain } = require('@aws-sdk/credential-providers');

async function read(profile) {
  const named = profile === '' ? {} : { profile };
  const client = new STSClient({ ...named, credentials: fromNodeProviderChain(named) });
  let scope = '?';
  client.middlewareStack.add(
    next => args => {
      scope =
        /Credential=[^/]+\/\d+\/([a-z0-9-]+)\/sts\//.exec(args.request.headers.authorization)?.[1] ?? '?';
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  try {
    return `${(await client.send(new GetCallerIdentityCommand({}))).Account} ${scope}`;
  } catch (error) {
    if (error.name === 'CredentialsProviderError') return 'nobody';
    if (error.message !== 'Region is missing') return `${error.name}: ${error.message}`;
    // The Region is asked for first; whoever has no credentials has none here.
    return (await hasCredentials(named)) ? 'no Region' : 'nobody';
  }
}

async function hasCredentials(named) {
  try {
    return Boolean(await fromNodeProviderChain(named)());
  } catch {
    return false;
  }
}

for (const profile of process.argv.slice(2)) console.log(await read(profile));
