import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../aws/connection.js';
import { Failure } from '../../failure.js';
import { type RepositoryFacts, repositoryFacts } from '../../github/repository-facts.js';
import { gitHubRest } from '../../github/rest.js';
import { printable } from '../../printable.js';
import {
  parseRepository,
  type Repository,
  repositoryOfRemote,
  shownRepository,
} from '../../templates/roles/repository.js';
import { issuerKind, providerName } from '../../trust/issuer.js';
import type { Arguments, Option, Terminal } from '../command.js';

/** Options that say whose jobs a role admits. */
export const REPOSITORY_OPTIONS: readonly Option[] = [
  {
    name: 'repository',
    value: 'OWNER/NAME',
    many: true,
    says: 'whose jobs may enter (default: that of GITHUB_REPOSITORY, or of the remote origin); also OWNER@ID/NAME@ID',
  },
  {
    name: 'repository-id',
    value: 'ID',
    many: true,
    says: 'its number, one for each --repository: gh api repos/OWNER/NAME --jq .id',
  },
  {
    name: 'owner-id',
    value: 'ID',
    many: true,
    says: "its owner's number, one for each --repository: gh api repos/OWNER/NAME --jq .owner.id",
  },
  { name: 'both-forms', says: 'admit the subject with names and the one with IDs; both need the IDs' },
  { name: 'look-up', says: 'ask GitHub for the IDs and the form of the subject (token: GH_TOKEN)' },
  {
    name: 'issuer',
    value: 'URL',
    says: 'of the tokens (default: https://token.actions.githubusercontent.com)',
  },
];

/** Whose jobs a template admits. */
export interface Admitted {
  readonly repositories: readonly Repository[];
  readonly bothForms: boolean;
  readonly issuer: string;
  /** What is to be said beside the template. */
  readonly notes: readonly string[];
}

/**
 * @param root of the checkout
 * @throws Failure `wrong-input` with everything that is wrong
 */
export async function admittedRepositories(
  given: Arguments,
  terminal: Terminal,
  root: string,
): Promise<Admitted> {
  const faults: string[] = [];
  const issuer = issuerOf(given, faults);
  const named = namedRepositories(given, terminal, root, faults);
  const bothForms = given.has('both-forms');
  if (faults.length > 0)
    throw new Failure('wrong-input', { what: faults.join('\n'), write: '--repository acme/shop' });
  const looked = given.has('look-up')
    ? await lookUp(named, terminal)
    : { repositories: named, unsure: false };
  const server = issuerKind(providerName(issuer)) === 'server';
  const without = looked.repositories.filter(({ id, ownerId }) => id === undefined || ownerId === undefined);
  if (bothForms && without.length > 0) {
    throw new Failure('wrong-input', {
      what: `--both-forms needs the IDs of ${printable(without.map(shownRepository).join(', '), 300)}.`,
      write: `gh api repos/${without.map(shownRepository)[0]} --jq '"--repository-id \\(.id) --owner-id \\(.owner.id)"'\nor let GitHub be asked: --look-up`,
    });
  }
  return {
    repositories: server ? looked.repositories.map(withoutIds) : looked.repositories,
    bothForms: (bothForms || looked.unsure) && !server,
    issuer,
    notes: [...notesOn(without, server), ...(looked.unsure ? [UNSURE] : [])],
  };
}

const UNSURE =
  'GitHub does not say which form the subject has (its settings for Actions need a token that may read them), so both forms are admitted, held fast by the ID.';

function notesOn(without: readonly Repository[], server: boolean): readonly string[] {
  if (server || without.length === 0) return [];
  const names = without.map(shownRepository).join(', ');
  const pinned = without.every(({ id }) => id !== undefined);
  const why = 'A repository made, renamed or transferred since 15 July 2026 has IDs in its subject';
  return [
    pinned
      ? `${names}: the subject has names, since the owner's ID is not given. ${why}: then add --owner-id, or --look-up.`
      : `${names}: the trust goes by names, since the IDs are not given; who takes over a name that has become free is admitted too. ${why}: add --repository-id and --owner-id, or --look-up.`,
  ];
}

function withoutIds(repository: Repository): Repository {
  return { ...repository, ownerId: undefined, id: undefined, form: 'names' };
}

function issuerOf(given: Arguments, faults: string[]): string {
  const text = given.value('issuer') ?? 'https://token.actions.githubusercontent.com';
  const issuer = text.startsWith('https://') ? text.replace(/\/$/, '') : `https://${text.replace(/\/$/, '')}`;
  if (!URL.canParse(issuer) || /[\s?#"'*$]/.test(issuer))
    faults.push(`--issuer ${printable(text, 200)} is no https URL`);
  else if (issuerKind(providerName(issuer)) === 'other')
    faults.push(
      `--issuer ${printable(text, 200)} is not GitHub's: https://token.actions.githubusercontent.com, one with your enterprise behind it, https://token.actions.SUBDOMAIN.ghe.com, or https://HOST/_services/token`,
    );
  return issuer;
}

function namedRepositories(
  given: Arguments,
  terminal: Terminal,
  root: string,
  faults: string[],
): readonly Repository[] {
  const texts = given.values('repository');
  const repositories = texts.flatMap(text => {
    const repository = parseRepository(text);
    if (repository === undefined) faults.push(`--repository must be OWNER/NAME, not ${printable(text, 150)}`);
    return repository ?? [];
  });
  const here =
    texts.length > 0 ? repositories : [repositoryHere(terminal, root)].flatMap(found => found ?? []);
  if (here.length === 0 && faults.length === 0)
    faults.push('whose jobs may enter? This folder has no remote origin on GitHub: name the repository');
  return withGivenIds(here, given, faults);
}

/** The job's repository, or the one that this folder is a clone of. */
function repositoryHere({ variables }: Terminal, root: string): Repository | undefined {
  const job = parseRepository(variables['GITHUB_REPOSITORY'] ?? '');
  if (job !== undefined) {
    const id = variables['GITHUB_REPOSITORY_ID'];
    const ownerId = variables['GITHUB_REPOSITORY_OWNER_ID'];
    return { ...job, id: id || undefined, ownerId: ownerId || undefined };
  }
  return repositoryOfRemote(originOf(root) ?? '');
}

function originOf(root: string): string | undefined {
  try {
    const text = readFileSync(join(root, '.git', 'config'), 'utf8');
    const section = /^\[remote "origin"\]\s*\n((?:[ \t].*\n?)*)/m.exec(text)?.[1];
    return section === undefined ? undefined : /^\s*url\s*=\s*(\S+)/m.exec(section)?.[1];
  } catch {
    return undefined;
  }
}

function withGivenIds(
  repositories: readonly Repository[],
  given: Arguments,
  faults: string[],
): readonly Repository[] {
  const ids = given.values('repository-id');
  const ownerIds = given.values('owner-id');
  for (const [option, values] of [
    ['repository-id', ids],
    ['owner-id', ownerIds],
  ] as const) {
    for (const value of values.filter(text => !/^\d{1,20}$/.test(text)))
      faults.push(`--${option} must be a number, not ${printable(value, 80)}`);
    if (values.length > 0 && values.length !== repositories.length)
      faults.push(
        `--${option} is given ${values.length} times, for ${repositories.length} repositories: give one for each`,
      );
  }
  if (ownerIds.length > 0 && ids.length === 0) faults.push('--owner-id needs --repository-id beside it');
  return repositories.map((repository, index) => ({
    ...repository,
    id: ids[index] ?? repository.id,
    ownerId: ownerIds[index] ?? repository.ownerId,
  }));
}

async function lookUp(
  repositories: readonly Repository[],
  { variables, signal }: Terminal,
): Promise<{ readonly repositories: readonly Repository[]; readonly unsure: boolean }> {
  const connection = connect(variables);
  try {
    const ask = gitHubRest(variables, connection, signal);
    const facts = await Promise.all(repositories.map(({ owner, name }) => repositoryFacts(ask, owner, name)));
    const found = facts.map(repositoryOf);
    return { repositories: found, unsure: found.some(({ form }) => form === undefined) };
  } finally {
    connection.close();
  }
}

/** @throws Failure `wrong-input` for a repository whose subjects are made of other claims */
function repositoryOf({ owner, name, ownerId, id, subjectPrefix, customized }: RepositoryFacts): Repository {
  const names = `repo:${owner}/${name}`;
  const immutable = `repo:${owner}@${ownerId}/${name}@${id}`;
  const prefix = subjectPrefix?.replace(/:$/, '');
  if (customized || (prefix !== undefined && prefix !== names && prefix !== immutable)) {
    throw new Failure('wrong-input', {
      what: `${printable(`${owner}/${name}`, 150)} has a customised subject, which a template cannot know.`,
      why: `GitHub's settings for it: ${printable(prefix ?? 'use_default is false', 200)}.`,
      write: `gh api -X PUT repos/${owner}/${name}/actions/oidc/customization/sub -F use_default=true\nor run the job: the refusal prints the statement that admits it`,
    });
  }
  const form = prefix === undefined ? undefined : prefix === names ? 'names' : 'immutable';
  return { owner, name, ownerId, id, form };
}
