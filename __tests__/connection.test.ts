import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import { connect } from '../src/aws/connection.js';

test('authorities that AWS_CA_BUNDLE names come beside all others, those of NODE_EXTRA_CA_CERTS too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
  const [bundle, extra] = [join(folder, 'bundle.pem'), join(folder, 'extra.pem')];
  writeFileSync(bundle, 'ours');
  writeFileSync(extra, 'of the machine');
  const connection = connect({ AWS_CA_BUNDLE: bundle, NODE_EXTRA_CA_CERTS: extra });
  const { ca } = connection.httpsAgent(new URL('https://sts.eu-west-1.amazonaws.com')).options;
  connection.close();
  rmSync(folder, { recursive: true });
  expect(ca).toEqual([...rootCertificates, 'ours', 'of the machine']);
});
