/** What is known of an access key that STS gave out. */
export interface IssuedKey {
  readonly id: string;
  readonly account: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
  readonly arn: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/**
 * Reads the key out of an answer of STS.
 *
 * @param text the body of a successful AssumeRole or AssumeRoleWithWebIdentity call (XML)
 * @returns undefined when the answer gives no key out
 */
export function readKey(text: string): IssuedKey | undefined {
  const id = element(text, 'AccessKeyId');
  const expiration = element(text, 'Expiration');
  const arn = element(text, 'Arn');
  const account = /^arn:aws[a-z-]*:sts::(\d{12}):/.exec(arn ?? '')?.[1];
  if (id === undefined || expiration === undefined || arn === undefined || account === undefined)
    return undefined;
  return { id, account, arn, expires: Date.parse(expiration) };
}

function element(text: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
}
