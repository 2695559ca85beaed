import { ACCOUNT, PARTITION, text, type Value } from '../value.js';
import { policyDocument } from './role.js';
import { oneOrList } from './trust.js';

/** The kinds of roles that `cdk bootstrap` makes and a deployment assumes (tag `aws-cdk:bootstrap-role`). */
const DEPLOYING = ['deploy', 'lookup', 'file-publishing', 'image-publishing'];

/** What a job needs to deploy with CDK: nothing but to assume the roles of the bootstrap stacks. */
export function cdkDeployPolicy(qualifiers: readonly string[]): Value {
  return policyDocument(assumeBootstrapRoles(DEPLOYING, qualifiers));
}

/**
 * What a job needs to look (`cdk diff`, lookups, and CDK's glance at a stack before it changes it): CDK's lookup role,
 * and where that may not be assumed, to read stacks and the version of the bootstrap stack itself.
 */
export function cdkReadPolicy(qualifiers: readonly string[]): Value {
  const versions = paths(qualifiers, qualifier => `${qualifier}/*`, '*');
  return policyDocument(
    assumeBootstrapRoles(['lookup'], qualifiers),
    {
      Effect: 'Allow',
      Action: ['cloudformation:Describe*', 'cloudformation:Get*', 'cloudformation:List*'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: 'ssm:GetParameter',
      Resource: oneOrList(
        versions.map(path => text`arn:${PARTITION}:ssm:*:${ACCOUNT}:parameter/cdk-bootstrap/${path}`),
      ),
    },
  );
}

function assumeBootstrapRoles(kinds: readonly string[], qualifiers: readonly string[]): Value {
  const names = paths(qualifiers, qualifier => `cdk-${qualifier}-*`, 'cdk-*');
  return {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: oneOrList(names.map(name => text`arn:${PARTITION}:iam::${ACCOUNT}:role/${name}`)),
    Condition: { StringEquals: { 'aws:ResourceTag/aws-cdk:bootstrap-role': oneOrList(kinds) } },
  };
}

function paths(
  qualifiers: readonly string[],
  path: (qualifier: string) => string,
  otherwise: string,
): readonly string[] {
  return qualifiers.length === 0 ? [otherwise] : qualifiers.map(path);
}
