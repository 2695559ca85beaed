import { DEV, MANAGEMENT, PROD } from './audited.js';
import {
  ADMINISTRATOR,
  account,
  HEALTHY_CENTER,
  healthy,
  POWER_USER,
  pipelineRoles,
  reservedRole,
} from './audited-organization.js';
import type { CloudDefinition } from './cloud.js';
import type { CloudRole, IamAccount } from './cloud-iam.js';
import { plantedKey } from './credentials.js';
import { GITHUB_ISSUER } from './issuer.js';
import { gitHubTrust } from './sts-account.js';

/** An organization in which something is wrong everywhere, and the file that does not know. */

const CLOSED = '333333333333';
const GONE = '444444444444';
export const LEAKED = plantedKey('audited, leaked', DEV);
const key = (name: string) => plantedKey(`audited, ${name}`, DEV).accessKeyId;

export const FAULTY_FILE = `sso:
  start-url: https://acme.awsapps.com/start
  region: us-east-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess, SecurityAudit], duration: 4h, boundary: PowerUserAccess }
    ReadOnly: { policies: [job-function/ViewOnlyAccess] }
environments:
  dev:
    account: "${DEV}"
    region: eu-west-1
    role: github-deploy
    permission-set: PowerUser
    groups: [developers, testers]
    parity: within-people
  prod:
    account: "${PROD}"
    region: eu-west-1
    role: github-deploy
    permission-set: Admin
    groups: [operators]
    people: [{ permission-set: ReadOnly }]
    production: true
  closed: { account: "${CLOSED}", region: eu-west-1, role: github-deploy }
  gone: { account: "${GONE}", region: eu-west-1, role: github-deploy }
  top: { account: "${MANAGEMENT}", region: eu-west-1, role: github-deploy }
`;

/** Rules that the faults below break, each once. */
export const PLANTED = [
  'account-inactive',
  'account-unknown',
  'accounts-unnamed',
  'admin-in-production',
  'deploy-role-missing',
  'group-missing',
  'group-unexpected',
  'key-alive',
  'key-in-repository',
  'key-never-used',
  'key-old',
  'keys-two',
  'management-account',
  'people-wider',
  'permission-set-boundary',
  'permission-set-duration',
  'permission-set-missing',
  'permission-set-policies',
  'permission-set-stale',
  'pipeline-wider',
  'provider-audience',
  'provider-unused',
  'root-certificate',
  'root-key',
  'root-mfa',
  'service-credential',
  'signing-certificate',
  'sso-key',
  'sso-network',
  'sso-region',
  'trust-broken',
  'trust-immutable',
  'trust-open',
  'trust-wide',
  'user-assigned',
  'user-disabled',
];

const provider = GITHUB_ISSUER.replace('https://', '');

function trusting(name: string, condition: Readonly<Record<string, unknown>>): CloudRole {
  return {
    name,
    trust: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${DEV}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition,
      },
    },
  };
}

const audience = { [`${provider}:aud`]: 'sts.amazonaws.com' };

function dev(): IamAccount {
  return {
    ...account(DEV, 'dev', reservedRole('PowerUser', { attached: [POWER_USER] })),
    roles: [
      ...pipelineRoles(DEV, 'dev'),
      reservedRole('PowerUser', { attached: [POWER_USER] }),
      trusting('open', { StringEquals: audience, StringLike: { [`${provider}:sub`]: 'repo:*' } }),
      trusting('wide', {
        StringEquals: { ...audience, [`${provider}:repository_id`]: '2' },
        StringLike: { [`${provider}:sub`]: 'repo:octo-org@1/octo-repo@2:*' },
      }),
      trusting('broken', {
        StringEquals: { ...audience, [`${provider}:sub`]: 'repo:octo-org@1/octo-repo@2:ref:refs/heads/*' },
      }),
      {
        name: 'breaks',
        trust: gitHubTrust(DEV, { subject: 'repo:octo-org/octo-repo:environment:dev' }),
      },
    ],
    users: [
      {
        name: 'leaked',
        keys: [{ id: LEAKED.accessKeyId, made: 20, used: 1, service: 's3', region: 'eu-west-1' }],
      },
      { name: 'forgotten', keys: [{ id: key('forgotten'), made: 40 }] },
      { name: 'old', keys: [{ id: key('old'), made: 400, used: 3, service: 'ec2', region: 'us-east-1' }] },
      {
        name: 'jo@example.com',
        keys: [
          { id: key('jo'), made: 10, used: 1, service: 'iam', region: 'us-east-1' },
          { id: key('second, off'), made: 30, status: 'Inactive' },
        ],
      },
      { name: 'a,comma', certificates: 1 },
    ],
    serviceCredentials: [
      { id: 'ACCAEXAMPLE1', user: 'forgotten', service: 'bedrock.amazonaws.com' },
      { id: 'ACCAEXAMPLE2', user: 'forgotten', service: 'logs.amazonaws.com', ends: -3 },
      { id: 'ACCAEXAMPLE3', user: 'old', service: 'codecommit.amazonaws.com', status: 'Inactive' },
    ],
    wantsService: true,
    reportsBefore: 1,
    providers: { [provider]: ['sts.amazonaws.com', 'https://github.com/octo-org'] },
  };
}

function prod(): IamAccount {
  return {
    ...account(PROD, 'prod', reservedRole('Admin', { attached: [ADMINISTRATOR] })),
    roles: [...pipelineRoles(PROD, 'prod').slice(0, 1), reservedRole('Admin', { attached: [ADMINISTRATOR] })],
    summary: { AccountAccessKeysPresent: 1, AccountMFAEnabled: 0, AccountSigningCertificatesPresent: 1 },
    users: [
      {
        name: 'robot',
        keys: [
          { id: key('robot 1'), made: 5, used: 1, service: 's3', region: 'eu-west-1' },
          { id: key('robot 2'), made: 6, used: 1, service: 's3', region: 'eu-west-1' },
        ],
      },
    ],
  };
}

/** An account whose provider nobody trusts, and without the deploy role. */
function top(): IamAccount {
  return { id: MANAGEMENT, roles: [], providers: { [provider]: ['sts.amazonaws.com'] } };
}

function idle(id: string): IamAccount {
  return { id, roles: pipelineRoles(id, id === CLOSED ? 'closed' : 'gone'), providers: {} };
}

export function faulty(): CloudDefinition {
  const whole = healthy();
  return {
    ...whole,
    organization: {
      managementAccount: MANAGEMENT,
      accounts: [
        { id: MANAGEMENT, name: 'management' },
        { id: DEV, name: 'dev' },
        { id: PROD, name: 'prod' },
        { id: CLOSED, name: 'closed', state: 'SUSPENDED' },
        { id: '555555555555', name: 'unnamed' },
      ],
    },
    identityCenter: {
      ...HEALTHY_CENTER,
      key: 'arn:aws:kms:eu-west-1:999999999999:key/1',
      network: { VpceAccessRequired: true, AllowSourceIps: [] },
      sets: [
        { name: 'PowerUser', duration: 'PT8H', awsManaged: [POWER_USER] },
        { name: 'Admin', awsManaged: [ADMINISTRATOR] },
        { name: 'ReadOnly', awsManaged: [] },
      ],
      assignments: [
        { account: DEV, set: 'PowerUser', kind: 'GROUP', principal: 'g-developers' },
        { account: DEV, set: 'PowerUser', kind: 'GROUP', principal: 'g-operators' },
        { account: PROD, set: 'Admin', kind: 'GROUP', principal: 'g-operators' },
        { account: PROD, set: 'Admin', kind: 'USER', principal: 'u-jo' },
        { account: PROD, set: 'Admin', kind: 'USER', principal: 'u-gone' },
      ],
      stale: [{ account: DEV, set: 'PowerUser' }],
    },
    iam: { [DEV]: dev(), [PROD]: prod(), [MANAGEMENT]: top(), [CLOSED]: idle(CLOSED), [GONE]: idle(GONE) },
  };
}
