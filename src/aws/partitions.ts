/**
 * The partitions, by the prefix of their Regions' codes; the first row whose prefix fits counts. `dns` and `dualStack`
 * are what the service endpoints end in, `audience` what the identity providers made for GitHub expect there.
 * (AWS SDK for JavaScript, partitions; a test holds both together. The audience in China: README of
 * aws-actions/configure-aws-credentials.)
 */
export const PARTITIONS = [
  {
    id: 'aws-cn',
    prefix: 'cn-',
    dns: 'amazonaws.com.cn',
    dualStack: 'api.amazonwebservices.com.cn',
    audience: 'sts.amazonaws.com.cn',
    regions: 'cn-north-1 cn-northwest-1',
  },
  {
    id: 'aws-us-gov',
    prefix: 'us-gov-',
    dns: 'amazonaws.com',
    dualStack: 'api.aws',
    audience: 'sts.amazonaws.com',
    regions: 'us-gov-east-1 us-gov-west-1',
  },
  {
    id: 'aws-iso-b',
    prefix: 'us-isob-',
    dns: 'sc2s.sgov.gov',
    dualStack: 'api.aws.scloud',
    audience: 'sts.amazonaws.com',
    regions: 'us-isob-east-1 us-isob-west-1',
  },
  {
    id: 'aws-iso-f',
    prefix: 'us-isof-',
    dns: 'csp.hci.ic.gov',
    dualStack: 'api.aws.hci.ic.gov',
    audience: 'sts.amazonaws.com',
    regions: 'us-isof-east-1 us-isof-south-1',
  },
  {
    id: 'aws-iso-e',
    prefix: 'eu-isoe-',
    dns: 'cloud.adc-e.uk',
    dualStack: 'api.cloud-aws.adc-e.uk',
    audience: 'sts.amazonaws.com',
    regions: 'eu-isoe-west-1',
  },
  {
    id: 'aws-iso',
    prefix: 'us-iso-',
    dns: 'c2s.ic.gov',
    dualStack: 'api.aws.ic.gov',
    audience: 'sts.amazonaws.com',
    regions: 'us-iso-east-1 us-iso-west-1',
  },
  {
    id: 'aws-eusc',
    prefix: 'eusc-',
    dns: 'amazonaws.eu',
    dualStack: 'api.amazonwebservices.eu',
    audience: 'sts.amazonaws.com',
    regions: 'eusc-de-east-1',
  },
  {
    id: 'aws',
    prefix: '',
    dns: 'amazonaws.com',
    dualStack: 'api.aws',
    audience: 'sts.amazonaws.com',
    regions:
      'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ' +
      'ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ' +
      'ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 ' +
      'eu-west-3 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 ' +
      'us-east-2 us-west-1 us-west-2',
  },
] as const;

/** The codes of all Regions that were known when this version was made. */
export const KNOWN_REGIONS: readonly string[] = PARTITIONS.flatMap(({ regions }) => regions.split(' '));
