import { Failure } from '../failure.js';
import { objectOf, parseJson } from '../trust/json.js';
import { isPolicy, readTrustPolicy, type TrustPolicy } from '../trust/policy.js';

/** A trust policy, and the role that it is of where the text names one. */
export interface GivenPolicy {
  readonly policy: TrustPolicy;
  readonly role: string | undefined;
}

/**
 * Reads a trust policy as people have it: the document itself, percent-encoded, or what `aws iam get-role` prints.
 *
 * @param name of the file, for the message
 * @throws Failure `wrong-input` for what is none of these
 */
export function givenPolicy(text: string, name: string): GivenPolicy {
  const { document, role } = policyTextOf(text);
  const read = readTrustPolicy(document);
  if (isPolicy(read)) return { policy: read, role };
  throw new Failure('wrong-input', {
    what: `${name} is no trust policy: ${read.unreadable}.`,
    likely: 'It is another policy, or not what AWS printed.',
    write: 'aws iam get-role --role-name NAME > role.json\naws-temp-creds explain --trust-policy role.json …',
  });
}

/** The trust policy in a text, which is the policy or what `aws iam get-role` prints, and the ARN of its role. */
export function policyTextOf(text: string): { readonly document: string; readonly role: string | undefined } {
  const outer = objectOf(parseJson(text));
  const role = objectOf(outer?.['Role']) ?? outer;
  const document = role?.['AssumeRolePolicyDocument'];
  if (document === undefined) return { document: text, role: undefined };
  const arn = role?.['Arn'];
  return {
    document: typeof document === 'string' ? document : JSON.stringify(document),
    role: typeof arn === 'string' ? arn : undefined,
  };
}
