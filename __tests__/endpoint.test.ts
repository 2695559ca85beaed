import { STSClient } from '@aws-sdk/client-sts';
import { afterAll, describe, expect, test } from '@jest/globals';
import { stsEndpoint } from '../src/aws/endpoint.js';
import { partitionOf, region } from '../src/aws/names.js';
import { KNOWN_REGIONS, PARTITIONS } from '../src/aws/partitions.js';
import { unknownRegion } from '../src/config/regions.js';
import { failureOf } from './support/profile-job.js';

function regionOf(code: string) {
  const place = region(code);
  if (place === undefined) throw new Error(`${code} is the code of a Region`);
  return place;
}
const REGION = regionOf('eu-west-1');

const clients: STSClient[] = [];
afterAll(() => {
  for (const client of clients) client.destroy();
});

/** What the SDK itself would ask. */
function hostOfSdk(code: string, useFipsEndpoint: boolean, useDualstackEndpoint: boolean): string {
  const client = new STSClient({ region: code, useFipsEndpoint, useDualstackEndpoint });
  clients.push(client);
  const parameters = { Region: code, UseFIPS: useFipsEndpoint, UseDualStack: useDualstackEndpoint };
  return client.config.endpointProvider({ ...parameters, UseGlobalEndpoint: false }).url.host;
}

describe('the endpoint of a Region', () => {
  test('is that of the SDK in every Region of every partition, with FIPS and dual-stack', () => {
    for (const code of KNOWN_REGIONS) {
      for (const [fips, dual] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ] as const) {
        const variables = {
          AWS_USE_FIPS_ENDPOINT: String(fips),
          AWS_USE_DUALSTACK_ENDPOINT: dual ? 'TRUE' : '',
        };
        expect(stsEndpoint(regionOf(code), undefined, variables).host).toBe(hostOfSdk(code, fips, dual));
      }
    }
  });

  test('is known for every Region that the SDK knows, in its partition', async () => {
    // Not exported by the package, but the only list of it.
    const file =
      '../../node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';
    const { partitionsInfo } = await import(file);
    for (const { id, regions } of partitionsInfo.partitions) {
      const codes = Object.keys(regions).filter(name => !name.endsWith('-global'));
      expect(PARTITIONS.find(row => row.id === id)?.regions.split(' ')).toEqual(codes);
      for (const code of codes) expect(partitionOf(regionOf(code))).toBe(id);
    }
    expect(PARTITIONS).toHaveLength(partitionsInfo.partitions.length);
  });
});

describe('an endpoint that is named', () => {
  test('counts in the order input, own variable, common variable; and is not asked about when ignored', () => {
    const variables = { AWS_ENDPOINT_URL_STS: 'https://b.test', AWS_ENDPOINT_URL: 'https://c.test' };
    expect(stsEndpoint(REGION, 'https://a.test', variables).host).toBe('a.test');
    expect(stsEndpoint(REGION, '', variables).host).toBe('b.test');
    expect(stsEndpoint(REGION, undefined, { AWS_ENDPOINT_URL: 'https://c.test' }).host).toBe('c.test');
    const ignored = { ...variables, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
    expect(stsEndpoint(REGION, undefined, ignored).host).toBe('sts.eu-west-1.amazonaws.com');
  });

  test.each([
    [{ AWS_ENDPOINT_URL_STS: 'sts.internal' }, 'AWS_ENDPOINT_URL_STS is not the URL of an endpoint'],
    [{ AWS_USE_FIPS_ENDPOINT: 'yes' }, 'AWS_USE_FIPS_ENDPOINT must be true or false'],
    [
      { AWS_USE_FIPS_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'https://c.test' },
      'AWS_USE_FIPS_ENDPOINT is true, and an endpoint of STS is named beside it',
    ],
    [
      { AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'https://c.test' },
      'AWS_USE_DUALSTACK_ENDPOINT is true, and an endpoint',
    ],
  ])('and makes no sense is a fault: %j', (variables, what) => {
    const failure = failureOf(() => stsEndpoint(REGION, undefined, variables));
    expect(failure.code).toBe('wrong-input');
    expect(failure.message).toContain(what);
  });
});

describe('a Region that does not exist', () => {
  test.each([
    ['eu-wst-1', 'eu-west-1'],
    ['us-esat-1', 'us-east-1'],
    ['eu-west-11', 'eu-west-1'],
    ['ap-sotheast-2', 'ap-southeast-2'],
  ])('%s is refused, and %s suggested', (given, meant) => {
    expect(unknownRegion(given, undefined)).toContain(`did you mean ${meant}?`);
  });

  test('is believed when its endpoint is named', () => {
    expect(unknownRegion('eu-west-9', 'https://sts.eu-west-9.amazonaws.com')).toBeUndefined();
  });
});
