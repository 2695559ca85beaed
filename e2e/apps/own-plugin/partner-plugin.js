// The project's own credential plugin: it enters the partner's account through a role that trusts ours.
const { fromNodeProviderChain, fromTemporaryCredentials } = require('@aws-sdk/credential-providers');

const PARTNER = '333333333333';

module.exports = {
  version: '1',
  init: host =>
    host.registerCredentialProviderSource({
      name: 'partner account',
      isAvailable: async () => true,
      canProvideCredentials: async account => account === PARTNER,
      getProvider: async () =>
        fromTemporaryCredentials({
          masterCredentials: fromNodeProviderChain(),
          params: { RoleArn: `arn:aws:iam::${PARTNER}:role/partner-deploy`, RoleSessionName: 'partner' },
          clientConfig: { region: 'us-east-1' },
        }),
    }),
};
