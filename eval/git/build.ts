import { join } from 'node:path';
import { type Planted, VARIANTS } from '../case.js';
import { random } from '../random.js';
import { lines } from '../surroundings.js';
import { GIT_CATEGORIES, type GitCategory } from './categories.js';
import { repository } from './repository.js';

/** A repository that hides the credentials of one category, 25 of them. */
export interface GitCase {
  readonly category: GitCategory;
  readonly folder: string;
  readonly planted: readonly Planted[];
}

function build(category: GitCategory, folder: string, seed: string): GitCase {
  const r = random(`${seed}/git/${category.name}`);
  const planted = Array.from({ length: VARIANTS }, () => category.plant(r));
  const to = repository(folder);
  for (let at = 0; at < 3; at++) {
    to.write(`src/${at}.txt`, lines(r, 'prose', 10, 50).join('\n'));
    to.commit(`add ${at}`);
  }
  to.git('checkout', '-q', '-b', 'work');
  category.build(to, planted, r);
  return { category, folder, planted };
}

/** Builds the repositories of all categories, or of the one wanted, under `folder`. */
export const buildRepositories = (folder: string, seed: string, only?: string): GitCase[] =>
  GIT_CATEGORIES.filter(({ name }) => only === undefined || only === name).map(category =>
    build(category, join(folder, `g${String(GIT_CATEGORIES.indexOf(category)).padStart(2, '0')}`), seed),
  );
