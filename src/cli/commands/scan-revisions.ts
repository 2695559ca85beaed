import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';
import type { EventText, RangeBase, RangeRequest, ScanRequest } from '../../scan/scan-request.js';
import { Checkout } from '../../scan/sources/checkout.js';
import { wholeClone } from '../../scan/sources/clone-advice.js';
import { isShallow, type Repository } from '../../scan/sources/repository.js';
import { resolveRevision } from '../../scan/sources/revisions.js';
import type { Terminal } from '../command.js';
import type { ScanWish } from './scan-wish.js';

/**
 * The request, with all that it names looked up in git: a mistyped revision is wrong use, and must not make less, or
 * something else, be scanned.
 *
 * @throws Failure `wrong-input`
 */
export async function lookedUp(wish: ScanWish, terminal: Terminal): Promise<ScanRequest> {
  const { request, base, not, pushed, bench } = wish;
  const { repository } = new Checkout(request.folder, bench.access);
  if (repository === undefined)
    throw new Failure('wrong-input', {
      what: `${printable(request.folder, 300)} is in no git repository, or git is not on PATH.`,
      write: 'aws-temp-creds scan .',
    });
  const commitOf = (revision: string) => commitIn(repository, revision, terminal);
  const scannedTips = await Promise.all(not.map(commitOf));
  if (pushed !== undefined) return { ...request, ...(await pushedRange(pushed.remote, terminal)) };
  if (base === undefined) return { ...request, scannedTips };
  const range = {
    head: base.until === undefined ? undefined : await commitOf(base.until),
    bases: [{ revision: await commitOf(base.since) }],
    what: `what ${base.until ?? 'HEAD'} brings since ${base.since}`,
  };
  return { ...request, range };
}

async function commitIn(repository: Repository, revision: string, { variables }: Terminal): Promise<string> {
  const commit = await resolveRevision(repository, revision);
  if (commit !== undefined) return commit;
  throw new Failure('wrong-input', {
    what: `There is no revision ${printable(revision, 100)} in this repository.`,
    likely: 'It is misspelt, or the clone does not have that branch yet.',
    write: wholeClone(variables, isShallow(repository)),
  });
}

/** The commits that a push is about to bring, as git or pre-commit names them to a hook. */
async function pushedRange(
  named: string | undefined,
  { stdin, variables }: Terminal,
): Promise<Pick<ScanRequest, 'range' | 'texts'>> {
  const remote = named ?? (variables['PRE_COMMIT_REMOTE_NAME'] || undefined);
  const known: RangeBase = { remote };
  if (variables['PRE_COMMIT'] === '1') {
    const since = variables['PRE_COMMIT_FROM_REF'] ?? '';
    const base = since === '' ? known : { revision: since };
    return { range: rangeOf([variables['PRE_COMMIT_TO_REF'] || 'HEAD'], [base]) };
  }
  if ('isTTY' in stdin && stdin.isTTY === true) throw notAHook(undefined);
  const refs = parsePushed(await textOf(stdin));
  const brought = refs.filter(({ local }) => !NONE.test(local));
  // What is only deleted brings nothing; where git names nothing at all, whoever ran the hook kept its words.
  if (refs.length > 0 && brought.length === 0) return { range: rangeOf(['HEAD'], [{ revision: 'HEAD' }]) };
  const before = brought.flatMap(({ there }): RangeBase[] =>
    NONE.test(there) ? [] : [{ revision: there, otherwise: [] }],
  );
  const texts = brought.map(({ name }): EventText => ({ kind: 'ref-name', path: name, text: name }));
  return {
    range: rangeOf(brought.length === 0 ? ['HEAD'] : brought.map(({ local }) => local), [known, ...before]),
    texts,
  };
}

function rangeOf([head = 'HEAD', ...others]: readonly string[], bases: readonly RangeBase[]): RangeRequest {
  return { head, others, bases, what: 'the commits that are pushed' };
}

/** All zeros: no such object. */
const NONE = /^0+$/;

/** A ref that is pushed. */
export interface PushedRef {
  /** The object that it shall have, in hex; all zeros when it is deleted. */
  readonly local: string;
  /** Its full name at the remote. */
  readonly name: string;
  /** What it has there; all zeros when it is new. */
  readonly there: string;
}

/** What git tells a pre-push hook: a line for each ref (githooks(5)). @throws Failure `wrong-input` for anything else */
export function parsePushed(text: string): readonly PushedRef[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [, local, name, there] = /^\S+ ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})\s*$/.exec(line) ?? [];
      if (local !== undefined && name !== undefined && there !== undefined) return { local, name, there };
      throw notAHook(line);
    });
}

function notAHook(line: string | undefined): Failure {
  return new Failure('wrong-input', {
    what: '--pushed reads what git tells a pre-push hook on standard input, and this is something else.',
    why: line === undefined ? 'It is a terminal.' : `The line: ${printable(line, 200)}`,
    write: 'In .git/hooks/pre-push:  aws-temp-creds scan --pushed --remote "$1"',
  });
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
