import { printable } from '../printable.js';
import { admitsGitHub, demandsOn, gitHubProvidersOf, providersOf } from './asked.js';
import type { Statement, TrustPolicy } from './policy.js';
import { type SubjectScope, scopeOf } from './scope.js';
import { contextOf } from './subject.js';

/**
 * How many may enter: everybody on GitHub; owners whose name begins with something; all repositories of one owner;
 * some of them; one repository. `custom`: a customised subject, whose parts are not known by their places.
 */
export type Breadth = 'everyone' | 'owners' | 'owner' | 'repositories' | 'repository' | 'custom';

/** Somebody whom a statement admits, so far as nothing denies it. */
export interface Entrant {
  /** The statement's place, from 0. */
  readonly statement: number;
  /** The issuer's name as IAM has it. */
  readonly provider: string;
  /** Of the provider. */
  readonly accounts: readonly string[];
  readonly breadth: Breadth;
  /** The value for `sub`, as written; undefined: none is demanded. */
  readonly subject: string | undefined;
  /** In words: `acme/shop, environment production`. */
  readonly who: string;
  /** What else is demanded: `repository_id 1296269`. */
  readonly further: readonly string[];
}

const FURTHER = [
  'repository',
  'repository_id',
  'repository_owner_id',
  'environment',
  'ref',
  'workflow',
  'job_workflow_ref',
  'actor',
  'actor_id',
  'enterprise_id',
];

/** Who may enter a role from GitHub, one entry for each subject of each statement; statements that deny are not looked at. */
export function entrantsOf(policy: TrustPolicy): Entrant[] {
  return policy.statements
    .filter(admitsGitHub)
    .flatMap(statement => gitHubProvidersOf(statement).flatMap(provider => entrants(statement, provider)));
}

function entrants(statement: Statement, provider: string): Entrant[] {
  const scope = scopeOf(statement, provider);
  const further = FURTHER.flatMap(claim =>
    demandsOn(statement, provider, claim).map(
      ({ values }) => `${claim} ${values.map(({ text }) => printable(text, 200)).join(' or ')}`,
    ),
  );
  const common = {
    statement: statement.index,
    provider,
    accounts: [...new Set(providersOf(statement).map(({ account }) => account))],
    further,
  };
  if (scope.subjects.length === 0) {
    const breadth = scope.repository ? 'repository' : scope.owner ? 'owner' : 'everyone';
    return [
      {
        ...common,
        breadth,
        subject: undefined,
        who: further.length > 0 ? 'jobs with what is demanded' : 'every job on GitHub',
      },
    ];
  }
  return scope.subjects.map(subject => ({
    ...common,
    breadth: breadthOf(subject, scope),
    subject: subject.value,
    who: inWords(subject),
  }));
}

function breadthOf(
  { custom, owner, repository }: SubjectScope,
  held: { owner: boolean; repository: boolean },
): Breadth {
  if (held.repository) return 'repository';
  if (custom) return 'custom';
  if (owner.fixed === 'any') return held.owner ? 'owner' : 'everyone';
  if (owner.fixed === 'prefix') return held.owner ? 'owner' : 'owners';
  if (repository.fixed === 'any') return 'owner';
  return repository.fixed === 'prefix' ? 'repositories' : 'repository';
}

function inWords({ value, custom, owner, repository, context }: SubjectScope): string {
  if (custom) return printable(value, 300);
  const where =
    owner.fixed === 'any'
      ? 'every repository on GitHub'
      : owner.fixed === 'prefix'
        ? `every owner whose name begins with ${owner.text}`
        : repository.fixed === 'any'
          ? `every repository of ${owner.text}`
          : `${owner.text}/${repository.text}${repository.fixed === 'prefix' ? '*' : ''}`;
  return printable(`${where}, ${contextInWords(context)}`, 300);
}

function contextInWords({ fixed, text }: SubjectScope['context']): string {
  const star = fixed === 'exact' ? '' : '*';
  if (fixed === 'any') return 'every job';
  const context = contextOf(text);
  switch (context.kind) {
    case 'pull_request':
      return 'pull requests';
    case 'environment':
    case 'branch':
    case 'tag':
      return context.name === '' ? `every ${context.kind}` : `${context.kind} ${context.name}${star}`;
    case 'ref':
      return `ref ${context.name}${star}`;
    case 'other':
      return `${context.text}${star}`;
  }
}
