import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { AskGitHub } from './rest.js';

/** What GitHub says of a repository, as far as the subject of its tokens depends on it. */
export interface RepositoryFacts {
  /** As GitHub spells it. */
  readonly owner: string;
  readonly name: string;
  readonly ownerId: string;
  readonly id: string;
  /** How the subjects of its tokens begin, without the colon behind; undefined: GitHub does not tell. */
  readonly subjectPrefix: string | undefined;
  /** The subject is made of other claims than the default ones. */
  readonly customized: boolean;
}

/**
 * Asks GitHub for a repository's IDs and for the form of its subjects (GET /repos/{owner}/{repo}, and
 * GET /repos/{owner}/{repo}/actions/oidc/customization/sub).
 *
 * @throws Failure `wrong-input` when the token may not see the repository, or there is none
 */
export async function repositoryFacts(ask: AskGitHub, owner: string, name: string): Promise<RepositoryFacts> {
  const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  const answer = await ask(path);
  const found = answer.kind === 'found' ? readRepository(answer.value) : undefined;
  if (found === undefined) {
    const status = answer.kind === 'refused' ? `HTTP ${answer.status}` : 'something else than a repository';
    throw new Failure('wrong-input', {
      what: `GitHub does not show the repository ${printable(`${owner}/${name}`, 150)}: it answered ${status}.`,
      likely: 'It is private, and no token is given; or its name is misspelt.',
      write: 'GH_TOKEN=$(gh auth token) aws-temp-creds template roles --look-up …',
    });
  }
  const customization = await ask(`${path}/actions/oidc/customization/sub`);
  return { ...found, ...readCustomization(customization.kind === 'found' ? customization.value : undefined) };
}

function readRepository(value: unknown) {
  const id = numberAt(value, 'id');
  const full = textAt(value, 'full_name');
  const ownerId = numberAt(property(value, 'owner'), 'id');
  const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(full ?? '') ?? [];
  if (id === undefined || ownerId === undefined || owner === undefined || name === undefined)
    return undefined;
  return { owner, name, ownerId, id };
}

function readCustomization(value: unknown): Pick<RepositoryFacts, 'subjectPrefix' | 'customized'> {
  return {
    subjectPrefix: textAt(value, 'sub_claim_prefix'),
    customized: property(value, 'use_default') === false,
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function textAt(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function numberAt(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : undefined;
}
