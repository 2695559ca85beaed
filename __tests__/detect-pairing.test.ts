import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

describe('which secret belongs to which identifier', () => {
  const keys = keysFrom(7);

  test('an identifier takes the secret that is called one, not a token that is nearer', () => {
    const [id, secret, token] = [keys.accessKeyId(), keys.secretAccessKey(), keys.secretAccessKey()];
    const text = `TOKEN=${token}\nKEY_ID=${id}\n${'X=1\n'.repeat(9)}TOKEN=${token}\nAWS_SECRET=${secret}\n`;
    const { detections } = detect(Buffer.from(text));
    expect(detections).toMatchObject([{ accessKeyId: { text: id }, secretAccessKey: { text: secret } }]);
  });

  test('what alternates pairs as it stands, whichever comes first', () => {
    const [id1, id2, s1, s2] = [
      keys.accessKeyId(),
      keys.accessKeyId(),
      keys.secretAccessKey(),
      keys.secretAccessKey(),
    ];
    const secretsFirst = `a=${s1}\nb=${id1}\nc=${s2}\nd=${id2}\n`;
    const identifiersFirst = `aws_access_key_id=${id1}\naws_secret=${s1}\nid=${id2}\naws_secret=${s2}\n`;
    const inBase64 =
      Buffer.from(identifiersFirst)
        .toString('base64')
        .match(/.{1,48}/g) ?? [];
    for (const text of [secretsFirst, identifiersFirst, inBase64.join('\n')]) {
      const { detections } = detect(Buffer.from(text));
      expect(detections.map(one => [one.accessKeyId?.text, one.secretAccessKey?.text])).toEqual([
        [id1, s1],
        [id2, s2],
      ]);
    }
  });

  test('identifiers listed before their secrets pair in the order of the lists', () => {
    const [id1, id2, s1, s2] = [
      keys.accessKeyId(),
      keys.accessKeyId(),
      keys.secretAccessKey(),
      keys.secretAccessKey(),
    ];
    const { detections } = detect(Buffer.from(`A_ID=${id1}\nB_ID=${id2}\nA_SECRET=${s1}\nB_SECRET=${s2}\n`));
    expect(detections.map(one => [one.accessKeyId?.text, one.secretAccessKey?.text])).toEqual([
      [id1, s1],
      [id2, s2],
    ]);
  });
});
