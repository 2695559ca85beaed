import { builtPayloads, claimsOfRunner, payloadOf } from '../../explain/given-claims.js';
import { Failure } from '../../failure.js';
import type { SubjectForm } from '../../github/subject-form.js';
import { printable } from '../../printable.js';
import type { TokenPayload } from '../../trust/request.js';
import type { Arguments, Terminal } from '../command.js';
import { readGiven } from '../given-file.js';

/** The tokens to judge: one, or one in each form that its subject may have. */
export interface Payloads {
  readonly payloads: readonly TokenPayload[];
  readonly notes: readonly string[];
}

/** @throws Failure `wrong-input` when there are no claims, or they cannot be read */
export async function payloadsOf(given: Arguments, terminal: Terminal): Promise<Payloads> {
  const file = given.value('claims');
  const single = new Map(given.values('claim').map(keyAndValue));
  if (file !== undefined) {
    const read = payloadOf(await readGiven(file, terminal, '--claims'));
    if (read === undefined)
      throw new Failure('wrong-input', {
        what: `${file === '-' ? 'Standard input' : printable(file, 300)} holds no claims: it is neither a JSON object nor a token.`,
        write:
          'The payload of a token is its middle part, decoded: { "iss": "…", "sub": "…", "aud": "…", … }',
      });
    return { payloads: [new Map([...read, ...single])], notes: [] };
  }
  // Another repository than the job's has other IDs.
  const isOwn = !single.has('repository') && !single.has('sub');
  const claims = new Map([...(isOwn ? claimsOfRunner(terminal.variables) : []), ...single]);
  const payloads = builtPayloads(claims, await formOf(given, claims, terminal));
  if (payloads.length === 0)
    throw new Failure('wrong-input', {
      what: 'There are no claims to judge.',
      why: 'Neither --claims nor --claim is given, and this is no job of GitHub Actions.',
      write:
        'aws-temp-creds explain --claim repository=OWNER/NAME --claim environment=NAME --trust-policy trust.json',
    });
  const notes =
    isOwn && !claims.has('environment')
      ? [
          "The runner's variables do not tell the job's `environment:`. If it has one, add --claim environment=NAME.",
        ]
      : [];
  return { payloads, notes };
}

function keyAndValue(text: string): readonly [string, string] {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined)
    throw new Failure('wrong-input', {
      what: `--claim ${printable(text, 100)} is not of the form KEY=VALUE.`,
    });
  return [key, value];
}

/** Asked only when somebody names a token for it. */
async function formOf(
  given: Arguments,
  claims: ReadonlyMap<string, string>,
  terminal: Terminal,
): Promise<SubjectForm | undefined> {
  const variable = given.value('github-token');
  if (variable === undefined || claims.has('sub')) return undefined;
  const { lookUpSubjectForm } = await import(/* bundle: look-up */ '../../stories/look-up.js');
  return lookUpSubjectForm(claims.get('repository') ?? '', variable, terminal.variables, terminal.signal);
}
