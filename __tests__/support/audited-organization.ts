import { ALLOWED, DEV, MANAGEMENT, PROD } from './audited.js';
import type { CloudDefinition } from './cloud.js';
import type { CloudRole, IamAccount } from './cloud-iam.js';
import type { IdentityCenter } from './cloud-identity-center.js';
import { GITHUB_ISSUER } from './issuer.js';
import { gitHubTrust } from './sts-account.js';

/** A healthy organization and the file that describes it: from here each test plants what is wrong. */

const AWS = 'arn:aws:iam::aws:policy';
export const ADMINISTRATOR = `${AWS}/AdministratorAccess`;
export const POWER_USER = `${AWS}/PowerUserAccess`;
export const VIEW_ONLY = `${AWS}/job-function/ViewOnlyAccess`;

export const HEALTHY_FILE = `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess], duration: 8h }
    ReadOnly: { policies: [job-function/ViewOnlyAccess] }
environments:
  dev:
    account: "${DEV}"
    region: eu-west-1
    role: github-deploy
    permission-set: PowerUser
    groups: [developers]
  prod:
    account: "${PROD}"
    region: eu-west-1
    role: github-deploy
    permission-set: ReadOnly
    groups: [operators]
    production: true
`;

const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

export const DOCUMENTS = {
  [ADMINISTRATOR]: everything,
  [POWER_USER]: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      { Effect: 'Allow', Action: ['iam:ListRoles', 'account:ListRegions'], Resource: '*' },
    ],
  },
  [VIEW_ONLY]: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:List*', 'ec2:Describe*'], Resource: '*' }],
  },
};

export function reservedRole(set: string, more: Partial<CloudRole> = {}): CloudRole {
  return {
    name: `AWSReservedSSO_${set}_0123456789abcdef`,
    path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
    trust: { Statement: [] },
    ...more,
  };
}

/** A deploy role as `template roles` makes it, and the roles of `cdk bootstrap`. */
export function pipelineRoles(account: string, environment: string): readonly CloudRole[] {
  const cdk = (kind: string, tag: string, more: Partial<CloudRole> = {}): CloudRole => ({
    name: `cdk-hnb659fds-${kind}-role-${account}-eu-west-1`,
    trust: { Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }] },
    tags: { 'aws-cdk:bootstrap-role': tag },
    ...more,
  });
  const execution = cdk('cfn-exec', 'none', {
    trust: {
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    attached: [ADMINISTRATOR],
    tags: {},
  });
  return [
    {
      name: 'github-deploy',
      trust: gitHubTrust(account, {
        subject: `repo:octo-org@1/octo-repo@2:environment:${environment}`,
        claims: { repository_id: '2' },
      }),
      inline: {
        cdk: {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: '*',
            Condition: {
              StringEquals: {
                'iam:ResourceTag/aws-cdk:bootstrap-role': ['deploy', 'file-publishing', 'lookup'],
              },
            },
          },
        },
      },
    },
    cdk('deploy', 'deploy', {
      inline: {
        deploy: {
          Statement: [
            { Effect: 'Allow', Action: 'cloudformation:*', Resource: '*' },
            {
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: `arn:aws:iam::${account}:role/${execution.name}`,
            },
          ],
        },
      },
    }),
    execution,
  ];
}

export function account(id: string, environment: string, set: CloudRole): IamAccount {
  return {
    id,
    roles: [...pipelineRoles(id, environment), set],
    policies: DOCUMENTS,
    providers: { [GITHUB_ISSUER.replace('https://', '')]: ['sts.amazonaws.com'] },
  };
}

export const HEALTHY_CENTER: IdentityCenter = {
  homeRegion: 'eu-west-1',
  sets: [
    { name: 'PowerUser', duration: 'PT8H', awsManaged: [POWER_USER] },
    { name: 'ReadOnly', awsManaged: [VIEW_ONLY] },
    { name: 'Other', awsManaged: [VIEW_ONLY] },
  ],
  assignments: [
    { account: DEV, set: 'PowerUser', kind: 'GROUP', principal: 'g-developers' },
    { account: DEV, set: 'Other', kind: 'GROUP', principal: 'g-operators' },
    { account: PROD, set: 'ReadOnly', kind: 'GROUP', principal: 'g-operators' },
  ],
  groups: { 'g-developers': 'developers', 'g-operators': 'operators', 'g-nameless': undefined },
  users: {
    'u-jo': { name: 'jo@example.com' },
    'u-gone': { name: 'gone@example.com', status: 'DISABLED' },
  },
};

export function healthy(): CloudDefinition {
  return {
    organization: {
      managementAccount: MANAGEMENT,
      accounts: [
        { id: MANAGEMENT, name: 'management' },
        { id: DEV, name: 'dev' },
        { id: PROD, name: 'prod' },
      ],
    },
    identityCenter: HEALTHY_CENTER,
    iam: {
      [DEV]: account(DEV, 'dev', reservedRole('PowerUser', { attached: [POWER_USER] })),
      [PROD]: account(PROD, 'prod', reservedRole('ReadOnly', { attached: [VIEW_ONLY] })),
    },
    allowed: ALLOWED,
  };
}
