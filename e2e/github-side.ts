import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { runStep } from '../__tests__/support/bundle.js';
import { checkoutOf } from '../__tests__/support/checkout.js';
import { describeJob, describePullRequest, type GitHubJob } from '../__tests__/support/github-job.js';
import type { Repository } from '../__tests__/support/repository.js';

/** The workflows that a page shows, in their order. */
export function documentedWorkflows(root: string, page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, block = '']) => block)
    .filter(block => /^jobs:/m.test(block));
}

/** How a run of a workflow ended; `not started`: no trigger of it fits the event. */
export interface Outcome {
  readonly conclusion: 'success' | 'failure' | 'not started';
  readonly log: string;
}

interface Event {
  readonly name: 'pull_request' | 'push' | 'schedule';
  readonly action?: string;
  readonly branch: string;
  readonly payload: object;
  readonly job: GitHubJob;
  /** What actions/checkout fetches when nothing else is said. */
  readonly revision: string;
}

/** A run on its way. */
interface Run {
  clone: Repository | undefined;
  log: string;
  /** The output `sarif-file`. */
  sarif: string;
  failed: boolean;
}

const Step = v.looseObject({
  uses: v.string(),
  with: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
});
const Trigger = v.nullable(
  v.looseObject({ types: v.optional(v.array(v.string())), branches: v.optional(v.array(v.string())) }),
);
const Shown = v.looseObject({
  on: v.union([v.string(), v.record(v.string(), v.union([Trigger, v.array(v.unknown())]))]),
  jobs: v.record(v.string(), v.looseObject({ steps: v.array(Step) })),
});
const Sarif = v.object({
  runs: v.tuple([
    v.looseObject({
      results: v.array(v.looseObject({ partialFingerprints: v.record(v.string(), v.string()) })),
    }),
  ]),
});

/** The types of activity for which a workflow runs when it names none. (docs.github.com, events that trigger workflows) */
const DEFAULT_TYPES = ['opened', 'synchronize', 'reopened'];

/**
 * GitHub as a workflow that scans sees it: events, checkouts of one commit without credentials, and code scanning, which
 * closes the alerts of a branch that its next file does not have. The scanner's step is the committed bundle.
 */
export class GitHubSide {
  readonly #origin: Repository;
  #alerts: readonly string[] = [];

  constructor(origin: Repository) {
    this.#origin = origin;
  }

  /** The alerts of the default branch, by fingerprint. */
  get openAlerts(): readonly string[] {
    return this.#alerts;
  }

  async pullRequest(
    workflow: string,
    { head, base, number, action }: { head: string; base: string; number: number; action: string },
  ): Promise<Outcome> {
    const origin = this.#origin;
    const sha = await origin.git('rev-parse', head);
    const baseSha = await origin.git('rev-parse', base);
    await origin.git('checkout', '--quiet', '--detach', baseSha);
    const merge = await origin.merge(sha);
    await origin.git('update-ref', `refs/pull/${number}/merge`, merge);
    const job = describePullRequest(number, { sha: merge });
    const repo = { full_name: job.repository };
    const pull_request = { number, head: { ref: head, sha, repo }, base: { ref: base, sha: baseSha, repo } };
    const payload = { action, pull_request };
    return this.#run(workflow, { name: 'pull_request', action, branch: base, payload, job, revision: merge });
  }

  push(workflow: string, commits: { before: string; after: string; forced?: boolean }): Promise<Outcome> {
    const { after } = commits;
    const payload = { forced: false, created: false, ...commits };
    const job = describeJob({ event: 'push', sha: after });
    return this.#run(workflow, { name: 'push', branch: 'main', payload, job, revision: after });
  }

  async schedule(workflow: string): Promise<Outcome> {
    const sha = await this.#origin.git('rev-parse', 'main');
    const job = describeJob({ event: 'schedule', sha });
    return this.#run(workflow, { name: 'schedule', branch: 'main', payload: {}, job, revision: sha });
  }

  async #run(workflow: string, event: Event): Promise<Outcome> {
    const { on, jobs } = v.parse(Shown, parse(workflow));
    if (!starts(on, event)) return { conclusion: 'not started', log: '' };
    const run: Run = { clone: undefined, log: '', sarif: '', failed: false };
    try {
      for (const step of Object.values(jobs).flatMap(job => job.steps)) await this.#step(step, event, run);
      return { conclusion: run.failed ? 'failure' : 'success', log: run.log };
    } finally {
      await run.clone?.remove();
    }
  }

  async #step(step: v.InferOutput<typeof Step>, event: Event, run: Run): Promise<void> {
    const given = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const [action] = step.uses.split('@');
    if (action === 'actions/checkout')
      run.clone = await checkoutOf(this.#origin, event.revision, {
        depth: Number(given['fetch-depth'] ?? 1),
      });
    else if (action === 'org/aws-temp-creds/scan') {
      const ended = await scanStep(run.clone, event, given);
      run.log += ended.stdout.replace(/^::add-mask::.*$/gm, '');
      run.sarif = ended.outputs['sarif-file'] ?? '';
      run.failed ||= ended.exitCode !== 0;
    } else if (action === 'github/codeql-action/upload-sarif') {
      // By its name, or by the output of the scan's step that names it.
      const named =
        given['sarif_file']?.replace(/^\$\{\{ steps\.\w+\.outputs\.sarif-file \}\}$/, run.sarif) ?? '';
      const file = join(run.clone?.path ?? '', named);
      if (named !== '' && existsSync(file) && event.name === 'push') this.#upload(readFileSync(file, 'utf8'));
    } else throw new Error(`nobody plays the action ${step.uses}`);
  }

  #upload(text: string): void {
    const { runs } = v.parse(Sarif, JSON.parse(text));
    this.#alerts = runs[0].results
      .map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))
      .sort();
  }
}

function starts(on: v.InferOutput<typeof Shown>['on'], { name, action, branch }: Event): boolean {
  if (typeof on === 'string') return on === name && (action === undefined || DEFAULT_TYPES.includes(action));
  if (!(name in on)) return false;
  const trigger = on[name];
  if (trigger === null || trigger === undefined || Array.isArray(trigger))
    return action === undefined || DEFAULT_TYPES.includes(action);
  const { types = DEFAULT_TYPES, branches } = trigger;
  return (action === undefined || types.includes(action)) && (branches?.includes(branch) ?? true);
}

function scanStep(clone: Repository | undefined, { job, payload }: Event, inputs: Record<string, string>) {
  if (clone === undefined) throw new Error('the workflow scans before it checks out');
  const env = { GITHUB_SERVER_URL: 'file:///' };
  return runStep({ bundle: 'scan', job, event: { ...payload }, workspace: clone.path, inputs, env });
}
