import type { AwsRequest } from './request.js';

/**
 * Whether the identity policies of a role's session allow a call, as the documentation has them written: the roles
 * of CI may assume roles (which STS answers by itself) and nothing else, but for the one that bootstraps;
 * what reads may only read.
 *
 * @param arn `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`
 */
export function mayCall(arn: string, { service, operation }: AwsRequest): boolean {
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1] ?? '';
  const isReading =
    ['cloudformation', 'ssm', 's3'].includes(service) && /^(Describe|Get|List|GET$|HEAD$)/.test(operation);
  if (role === 'github-read') return isReading && service !== 's3';
  if (role.startsWith('cdk-hnb659fds-lookup-role-')) return isReading;
  return role === 'github-bootstrap' || role.startsWith('cdk-hnb659fds-');
}
