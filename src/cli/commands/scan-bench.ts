import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { readJob, type Variables } from '../../github/job.js';
import type { Bench } from '../../scan/judge.js';
import { type Judge, judgeOf } from '../../scan/judge-of-job.js';
import type { Arguments, Terminal } from '../command.js';

/** Where the allow list is kept, and whose word counts, as the command line says. */
export function benchOf(given: Arguments, { cwd, variables }: Terminal, root: string): Bench {
  // On the command line a path starts where the caller is; in the allow list's own terms, at the root.
  const fromRoot = (name: string) => {
    const path = given.value(name);
    if (path === undefined) return undefined;
    const way = relative(root, resolve(realpathSync(cwd), path));
    return isAbsolute(way) ? path : way.replaceAll('\\', '/');
  };
  return {
    root,
    config: fromRoot('config'),
    baseline: fromRoot('baseline'),
    judge: judgeFor(given.value('base'), variables),
    today: new Date().toISOString().slice(0, 10),
    access: { variables },
  };
}

/** The base that is named; in a job on GitHub whoever rules there, for a pull request must not allow its own leak. */
function judgeFor(base: string | undefined, variables: Variables): Judge | undefined {
  if (base !== undefined) return { kind: 'revision', revision: base };
  const job = readJob(variables);
  return job.onRunner ? judgeOf(job) : undefined;
}
