import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../__tests__/support/program.js';
import type { Sts } from '../../__tests__/support/sts.js';
import { awsTrust } from '../../__tests__/support/sts-account.js';
import { BOOTSTRAP_ROLES, bootstrapRole, type Place } from './bootstrap.js';
import { callQuery, type Moto } from './moto.js';

const GITHUB_ROLES = [
  { name: 'github-deploy', policy: 'cdk-deploy' },
  { name: 'github-read', policy: 'cdk-read' },
  { name: 'github-bootstrap', policy: undefined },
] as const;

/**
 * Creates the roles of the documentation's template in an account, and makes STS know them as CloudFormation made
 * them: whom they trust, and which of the bootstrap roles they may assume.
 */
export async function createGitHubRoles(moto: Moto, sts: Sts, place: Place): Promise<void> {
  const { account } = place;
  await callQuery(
    moto,
    { ...place, service: 'cloudformation' },
    {
      Action: 'CreateStack',
      StackName: 'github-roles',
      TemplateBody: readFileSync(join(ROOT, 'examples/iam/github-roles.yml'), 'utf8'),
    },
  );
  for (const { name, policy } of GITHUB_ROLES) {
    const trust = documentIn(await callIam(moto, account, { Action: 'GetRole', RoleName: name }));
    const mayAssume = policy === undefined ? ['*'] : await assumable(moto, account, name, policy);
    sts.role(account, { name, trust, mayAssume });
  }
}

/** A role in another company's account, which one of ours may assume. */
export function createPartnerRole(sts: Sts, partner: Place, ours: Place): void {
  const arn = `arn:aws:iam::${partner.account}:role/partner-deploy`;
  const hub = `arn:aws:iam::${ours.account}:role/github-deploy`;
  sts.role(partner.account, { name: 'partner-deploy', trust: awsTrust(hub) });
  const role = sts.accounts.get(ours.account)?.roles.get(hub);
  if (role === undefined) throw new Error(`there is no ${hub}`);
  sts.accounts.get(ours.account)?.roles.set(hub, { ...role, mayAssume: [...role.mayAssume, arn] });
}

/** What a policy allows by the tags of CDK's bootstrap roles, as ARNs. */
async function assumable(moto: Moto, account: string, role: string, policy: string): Promise<string[]> {
  const call = { Action: 'GetRolePolicy', RoleName: role, PolicyName: policy };
  const document = documentIn(await callIam(moto, account, call));
  const tags =
    /aws:ResourceTag\/aws-cdk:bootstrap-role'?"?: ?(\[[^\]]*\]|['"][^'"]*['"])/.exec(document)?.[1] ?? '';
  const kinds = BOOTSTRAP_ROLES.filter(kind => new RegExp(`['"]${kind}['"]`).test(tags));
  if (kinds.length === 0) throw new Error(`${role} may assume none of CDK's roles: ${document}`);
  return kinds.map(kind => bootstrapRole(kind, { account, region: '*' }));
}

function callIam(moto: Moto, account: string, call: Readonly<Record<string, string>>): Promise<string> {
  return callQuery(moto, { account, region: 'us-east-1', service: 'iam' }, call);
}

/** The policy document in an answer of IAM. */
function documentIn(answer: string): string {
  const encoded = /<(?:AssumeRole)?PolicyDocument>([^<]+)</.exec(answer)?.[1];
  if (encoded === undefined) throw new Error(`IAM answered without a policy: ${answer}`);
  return decodeURIComponent(encoded);
}
