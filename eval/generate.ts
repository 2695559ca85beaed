import { type Case, type Content, type FalseCategory, type TrueCategory, VARIANTS } from './case.js';
import { FALSE_CATEGORIES, TRUE_CATEGORIES } from './categories.js';
import { type Random, random } from './random.js';

const bytes = (content: Content): Buffer => (typeof content === 'string' ? Buffer.from(content) : content);

/** Folders say nothing: a path that holds `test` or `example` would be passed over by some scanners. */
const place = (letter: string, index: number, variant: number, file: string) =>
  `${letter}${String(index).padStart(3, '0')}/${String(variant).padStart(2, '0')}/${file}`;

function variants(name: string, seed: string, build: (r: Random, variant: number) => Case): Case[] {
  return Array.from({ length: VARIANTS }, (_, variant) =>
    build(random(`${seed}/${name}/${variant}`), variant),
  );
}

function trueCases(category: TrueCategory, index: number, seed: string): Case[] {
  const { name: named, files, plant, write } = category;
  return variants(named, seed, (r, variant) => {
    const planted = plant(r);
    const path = place('t', index, variant, r.pick(files));
    const content = bytes(write(planted, r));
    return { category: named, truth: true, variant, path, content, expects: planted.expects };
  });
}

function falseCases({ name: named, files, write }: FalseCategory, index: number, seed: string): Case[] {
  return variants(named, seed, (r, variant) => {
    const path = place('f', index, variant, r.pick(files));
    return {
      category: named,
      truth: false,

      variant,
      path,
      content: bytes(write(r)),
      expects: [],
    };
  });
}

/** What `generate` left out because this runtime cannot build it. */
export const unavailable = (): string[] =>
  TRUE_CATEGORIES.filter(({ available }) => available === false).map(({ name }) => name);

/**
 * All labelled contents, always the same for the same seed.
 * `only`: the one category wanted; its cases are the same as in the whole.
 */
export function generate(seed: string, only?: string): Case[] {
  const wanted = (name: string) => only === undefined || name === only;
  return [
    ...TRUE_CATEGORIES.flatMap((category, at) =>
      wanted(category.name) && category.available !== false ? trueCases(category, at, seed) : [],
    ),
    ...FALSE_CATEGORIES.flatMap((category, at) =>
      wanted(category.name) ? falseCases(category, at, seed) : [],
    ),
  ];
}
