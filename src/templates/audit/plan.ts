import { defaultAudience, parseRoleArn, partitionOf } from '../../aws/names.js';
import type { Configuration, Environment } from '../../config/configuration.js';
import { Failure } from '../../failure.js';
import { jobContext } from '../../trust/subject.js';
import { type Repository, shownRepository } from '../roles/repository.js';
import { nameAndPath, policyDocument, type RoleDefinition, type RolesTemplate } from '../roles/role.js';
import { gitHubStatements, roleStatement } from '../roles/trust.js';
import { PARTITION, parameter, type Text, text } from '../value.js';
import {
  ACCOUNT_ROLE,
  AUDIT_ENVIRONMENT,
  accountPolicy,
  ORGANIZATION_ROLE,
  organizationPolicy,
} from './reader-roles.js';

/** What `template audit` was asked for, beside the configuration file. */
export interface AuditWish {
  readonly repositories: readonly Repository[];
  readonly bothForms: boolean;
  readonly issuer: string;
  /** ARN of the role in the management or the delegated administrator's account; undefined: a parameter names the account. */
  readonly organizationRole: string | undefined;
  /** Name; undefined: the default one. */
  readonly accountRole: string | undefined;
  readonly gitHubEnvironment: string | undefined;
}

/**
 * The roles that the audit reads with: one beside the organization, which a job of GitHub enters, and one in each
 * environment's account, which only that one enters. One template for both, since an account may be both.
 *
 * @param selected environments whose accounts are read; undefined: all
 * @throws Failure `wrong-configuration` without environments
 */
export function planAudit(
  configuration: Configuration,
  wish: AuditWish,
  selected?: readonly Environment[],
): RolesTemplate {
  const environments = selected ?? configuration.environments;
  const [first] = environments;
  if (first === undefined) {
    throw new Failure('wrong-configuration', {
      what: `${configuration.path} has no environments, so there are no accounts to read.`,
      write:
        'environments:\n  production: { account: "111111111111", region: eu-west-1, role: github-deploy }',
    });
  }
  const partitions = new Set(environments.map(({ region }) => partitionOf(region)));
  if (partitions.size > 1) {
    throw new Failure('wrong-input', {
      what: `The environments are in several partitions (${[...partitions].join(', ')}); an organization is in one.`,
      write: `aws-temp-creds template audit --environment ${first.name}`,
    });
  }
  const accounts = [...new Set(environments.map(({ account }) => account))].sort();
  const place = organizationPlace(wish.organizationRole);
  const accountRole = wish.accountRole ?? ACCOUNT_ROLE;
  return {
    description:
      'Roles that aws-temp-creds audit reads with: one beside the organization, one in each account',
    provider: undefined,
    notes: [],
    parameters: place.account === undefined ? [ORGANIZATION_ACCOUNT] : [],
    roles: [
      {
        ...place.role,
        description:
          `Reads the organization and IAM Identity Center for the audit of ${wish.repositories.map(shownRepository).join(', ')}`.slice(
            0,
            1000,
          ),
        accounts: undefined,
        only: place.account ?? parameter(ORGANIZATION_ACCOUNT.name),
        trust: policyDocument(
          ...gitHubStatements({
            issuer: wish.issuer,
            audiences: [defaultAudience(first.region)],
            repositories: wish.repositories,
            contexts: [jobContext({ environment: wish.gitHubEnvironment ?? AUDIT_ENVIRONMENT, ref: '' })],
            bothForms: wish.bothForms,
          }),
        ),
        policies: [{ name: 'read', document: organizationPolicy(accountRole, accounts) }],
        ...NOTHING_MORE,
      },
      {
        ...nameAndPath(accountRole),
        description: 'Reads IAM for the audit of aws-temp-creds',
        accounts: undefined,
        trust: policyDocument(roleStatement(place.arn, place.root, ['sts:AssumeRole'])),
        policies: [{ name: 'read', document: accountPolicy() }],
        ...NOTHING_MORE,
      },
    ],
  };
}

const NOTHING_MORE = { managedPolicies: [], maxSession: undefined, boundary: undefined } as const;

const ORGANIZATION_ACCOUNT = {
  name: 'OrganizationAccount',
  description:
    'Account that the audit job enters: the management account, or the delegated administrator of Identity Center',
  pattern: '[0-9]{12}',
} as const;

interface Place {
  readonly role: Pick<RoleDefinition, 'name' | 'path'>;
  /** Undefined: a parameter. */
  readonly account: string | undefined;
  readonly arn: Text;
  readonly root: Text;
}

function organizationPlace(given: string | undefined): Place {
  const parts = given === undefined ? undefined : parseRoleArn(given);
  if (given !== undefined && parts === undefined) {
    throw new Failure('wrong-input', {
      what: '--organization-role must be the ARN of a role.',
      write: `--organization-role arn:aws:iam::111111111111:role/${ORGANIZATION_ROLE}`,
    });
  }
  const name = parts?.name ?? ORGANIZATION_ROLE;
  const account = parts?.account ?? parameter(ORGANIZATION_ACCOUNT.name);
  return {
    role: nameAndPath(name),
    account: parts?.account,
    arn: text`arn:${PARTITION}:iam::${account}:role/${name}`,
    root: text`arn:${PARTITION}:iam::${account}:root`,
  };
}
