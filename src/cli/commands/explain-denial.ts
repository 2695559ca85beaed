import { denialText } from '../../explain/denial.js';
import { Failure } from '../../failure.js';
import { type Arguments, EXIT, type ExitCode, type Terminal } from '../command.js';

/** Options that say what a role is compared with; a denial is none of a role's trust. */
const OF_TRUST = [
  'claims',
  'claim',
  'trust-policy',
  'role',
  'account',
  'session-name',
  'both-forms',
  'github-token',
];

/** Why AWS denied a request after a role was entered. */
export async function runDenial(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const other = OF_TRUST.find(name => given.has(name));
  if (other !== undefined)
    throw new Failure('wrong-input', {
      what: `--authorization-id and --${other} exclude each other.`,
      why: 'The one explains a request that was denied after a role was entered, the other why a role is not entered.',
    });
  const { environmentKeys, lookUpDenial } = await import(/* bundle: look-up */ '../../stories/look-up.js');
  const { variables, signal } = terminal;
  const id = given.value('authorization-id') ?? '';
  const pair = environmentKeys(variables, 'What AWS kept of the request');
  const evaluations = await lookUpDenial(id, given.value('region'), pair, variables, signal);
  const allowed = evaluations.length > 0 && evaluations.every(({ effect }) => effect === 'ALLOW');
  terminal.print(
    given.has('json')
      ? `${JSON.stringify({ version: 1, allowed, evaluations, text: denialText(evaluations) }, undefined, 2)}\n`
      : denialText(evaluations),
  );
  if (evaluations.length === 0) return EXIT.wrong;
  return allowed ? EXIT.clean : EXIT.found;
}
