import { isMap, type YAMLMap } from 'yaml';
import { checkCiFile } from '../scan/ci-files/check-ci-file.js';
import { isUsed, withoutDeclarations, withoutVariables } from './declarations.js';
import { EnvironmentNames } from './environments.js';
import { type Demand, envDemand, removeEntries, type Taken } from './hand-overs.js';
import { allowIdToken } from './permissions.js';
import { referencesIn } from './references.js';
import { lineUp, rewriteSteps } from './rewrite-job.js';
import type { Left, NeededEnvironment, RewrittenFile, Surroundings } from './types.js';
import { endOf, keyOf, opened, startOf, type YamlText } from './yaml-text.js';

/**
 * Rewrites a workflow or a composite action of GitHub so that no stored key is handed over; what it cannot do is left
 * to a person, and said.
 *
 * @param path from the repository's root, with `/`
 */
export function rewriteFile(path: string, text: string, surroundings: Surroundings): RewrittenFile {
  const file = opened(text);
  if (file === undefined || !isMap(file.document.contents)) return unchanged(path, text);
  const rewrite = new FileRewrite(path, file, file.document.contents, surroundings);
  return rewrite.done();
}

function unchanged(path: string, text: string): RewrittenFile {
  return {
    text,
    left: leftBehind(path, text),
    environments: [],
    released: [],
    local: { dropped: new Set(), needsIdentity: false },
    given: [],
  };
}

/** What the scan still finds in a file. */
function leftBehind(path: string, text: string): readonly Left[] {
  return checkCiFile(path, new TextEncoder().encode(text)).findings.map(
    ({ place, redacted, replacement }) => ({
      path,
      line: place.line ?? 1,
      what: `it still hands over ${redacted}`,
      write: replacement,
    }),
  );
}

class FileRewrite implements Taken {
  readonly #path: string;
  readonly #file: YamlText;
  readonly #root: YAMLMap;
  readonly #surroundings: Surroundings;
  readonly #names = new EnvironmentNames();
  readonly #texts: string[] = [];
  readonly #left: Left[] = [];
  readonly #environments: NeededEnvironment[] = [];
  readonly #given: (readonly [string, string])[] = [];
  #needsIdentity = false;

  constructor(path: string, file: YamlText, root: YAMLMap, surroundings: Surroundings) {
    this.#path = path;
    this.#file = file;
    this.#root = root;
    this.#surroundings = surroundings;
    const steps = file.listOf(file.valueAt(root, 'runs', 'steps'));
    const runs = file.mapOf(file.valueAt(root, 'runs'));
    if (steps !== undefined && runs !== undefined) this.#rewrite(runs, steps, 'composite', [], undefined);
    else this.#jobs();
  }

  take(text: string): void {
    this.#texts.push(text);
  }

  leave(offset: number, what: string, write?: string): void {
    this.#left.push({ path: this.#path, line: this.#file.lineOf(offset), what, write });
  }

  done(): RewrittenFile {
    const references = this.#texts.flatMap(referencesIn);
    const changed = this.#file.changed;
    const dropped = new Set(references.filter(({ name }) => !isUsed(changed, name)).map(({ name }) => name));
    const text = withoutDeclarations(withoutVariables(changed, references, dropped), dropped);
    return {
      text,
      left: [...this.#left, ...leftBehind(this.#path, text)],
      environments: this.#environments,
      released: references
        .filter(({ context }) => context === 'secrets' || context === 'vars')
        .map(({ context, name }) => `${context}.${name}`),
      local: { dropped, needsIdentity: this.#needsIdentity },
      given: this.#given,
    };
  }

  #jobs(): void {
    const jobs = this.#file.mapOf(this.#file.valueAt(this.#root, 'jobs'));
    const general = this.#generalDemand();
    for (const pair of jobs?.items ?? []) {
      const job = this.#file.mapOf(pair.value);
      if (job === undefined) continue;
      const uses = this.#file.textOf(this.#file.valueAt(job, 'uses'));
      if (uses !== undefined) this.#caller(job, uses);
      const steps = this.#file.listOf(this.#file.valueAt(job, 'steps'));
      if (steps === undefined) continue;
      const name = this.#file.textOf(this.#file.valueAt(job, 'name')) ?? '';
      const title = this.#file.textOf(this.#file.valueAt(this.#root, 'name')) ?? '';
      const own = general?.jobs.has(job) ? general.demand : undefined;
      this.#rewrite(job, steps, 'job', [keyOf(pair), name, title, this.#path], own);
    }
  }

  /** A key for all jobs is for those that have to do with AWS; where none seems to, for all. */
  #generalDemand(): { readonly demand: Demand; readonly jobs: ReadonlySet<YAMLMap> } | undefined {
    const base = { index: 0, inPlace: undefined, replaced: false, condition: undefined };
    const demand = envDemand(this.#file, this.#root, 'env', base, this);
    if (demand === undefined) return undefined;
    const jobs = (this.#file.mapOf(this.#file.valueAt(this.#root, 'jobs'))?.items ?? []).flatMap(pair => {
      const job = this.#file.mapOf(pair.value);
      return job !== undefined && this.#file.entry(job, 'steps') !== undefined
        ? [{ job, name: keyOf(pair) }]
        : [];
    });
    const using = jobs.filter(({ job, name }) => AWS_USE.test(`${name} ${this.#textOf(job)}`));
    const chosen = using.length > 0 ? using : jobs;
    const others = jobs.filter(item => !chosen.includes(item)).map(({ name }) => name);
    if (others.length > 0)
      this.leave(
        startOf(this.#root.items[0]?.key),
        `the jobs ${others.join(', ')} had the key too; nothing in them speaks of AWS, so they get no credentials`,
      );
    return { demand, jobs: new Set(chosen.map(({ job }) => job)) };
  }

  #textOf(job: YAMLMap): string {
    return this.#file.text.slice(startOf(job.items[0]?.key), endOf(job));
  }

  #rewrite(
    map: YAMLMap,
    steps: NonNullable<ReturnType<YamlText['listOf']>>,
    kind: 'job' | 'composite',
    hints: readonly string[],
    general: Demand | undefined,
  ): void {
    if (map.flow || steps.flow) return;
    const owner = { file: this.#file, path: this.#path, root: this.#root, map, steps, kind, hints };
    const calls = steps.items.map(item => this.#callsLocal(this.#file.mapOf(item))).some(Boolean);
    const { needsIdentity, environments } = rewriteSteps(
      owner,
      this.#surroundings,
      this.#names,
      general,
      calls,
      this,
    );
    this.#environments.push(...environments);
    this.#needsIdentity ||= needsIdentity;
  }

  /** Takes what a local action needs no longer out of the step that calls it. */
  #callsLocal(step: YAMLMap | undefined): boolean {
    const uses = this.#file.textOf(this.#file.valueAt(step, 'uses')) ?? '';
    const local = this.#surroundings.locals.get(localPath(uses));
    if (step === undefined || local === undefined) return false;
    this.#dropArguments(step, 'with', local.dropped);
    return local.needsIdentity;
  }

  /** A job that is a reusable workflow. */
  #caller(job: YAMLMap, uses: string): void {
    const path = localPath(uses);
    for (const item of this.#file.mapOf(this.#file.valueAt(job, 'with'))?.items ?? []) {
      const value = this.#file.textOf(item.value) ?? '';
      if (value !== '' && !value.includes('${{')) this.#given.push([`${path} ${keyOf(item)}`, value]);
    }
    const local = this.#surroundings.locals.get(path);
    if (local === undefined || job.flow) return;
    for (const key of ['with', 'secrets'] as const) this.#dropArguments(job, key, local.dropped);
    const behind = lineUp(this.#file, job);
    if (local.needsIdentity && behind !== undefined)
      allowIdToken(this.#file, this.#root, job, behind, this.#textOf(job));
  }

  #dropArguments(owner: YAMLMap, key: 'with' | 'secrets', dropped: ReadonlySet<string>): void {
    const pair = this.#file.entry(owner, key);
    const map = this.#file.mapOf(pair?.value);
    const gone = (map?.items ?? []).filter(item => dropped.has(keyOf(item)));
    if (pair === undefined || map === undefined || gone.length === 0) return;
    for (const item of gone) this.take(this.#file.textOf(item.value) ?? '');
    removeEntries(this.#file, owner, pair, map, gone);
  }
}

const AWS_USE =
  /\baws\b|\bcdk\b|terraform|tofu|terragrunt|serverless|\bsls\b|\bsam\b|pulumi|boto3|s3:|\becr\b|\becs\b|\beks\b|\beb\b|elasticbeanstalk|kubectl|helm|packer|ansible|chalice|amplify|copilot|zappa|deploy|release|publish|upload/i;

function localPath(uses: string): string {
  return uses.startsWith('./') ? uses.slice(2).replace(/\/+$/, '') : '';
}
