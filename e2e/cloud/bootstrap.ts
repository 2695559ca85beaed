import type { Sts } from '../../__tests__/support/sts.js';
import { awsTrust } from '../../__tests__/support/sts-account.js';
import { callMoto, type Moto } from './moto.js';

/** An account and a Region that CDK deploys into. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The roles of CDK's bootstrap stack (version 33, default qualifier) that a deployment assumes. */
export const BOOTSTRAP_ROLES = ['deploy', 'lookup', 'file-publishing', 'image-publishing'] as const;

export function bootstrapRole(kind: (typeof BOOTSTRAP_ROLES)[number], { account, region }: Place): string {
  return `arn:aws:iam::${account}:role/cdk-hnb659fds-${kind}-role-${account}-${region}`;
}

/** Leaves behind what `cdk bootstrap` does, as far as a deployment looks at it: roles, bucket and version. */
export async function bootstrap(moto: Moto, sts: Sts, place: Place): Promise<void> {
  const { account, region } = place;
  for (const kind of BOOTSTRAP_ROLES) {
    const name = bootstrapRole(kind, place).split(':role/')[1] ?? '';
    sts.role(account, { name, trust: awsTrust(`arn:aws:iam::${account}:root`) });
  }
  const location = `<LocationConstraint>${region}</LocationConstraint>`;
  const isFirst = region === 'us-east-1';
  await callMoto(
    moto,
    { ...place, service: 's3' },
    {
      method: 'PUT',
      path: `/cdk-hnb659fds-assets-${account}-${region}`,
      headers: { host: 'localhost' },
      body: isFirst ? '' : `<CreateBucketConfiguration>${location}</CreateBucketConfiguration>`,
    },
  );
  await callMoto(
    moto,
    { ...place, service: 'ssm' },
    {
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.PutParameter' },
      body: JSON.stringify({ Name: '/cdk-bootstrap/hnb659fds/version', Value: '33', Type: 'String' }),
    },
  );
}
