import { isMap, isScalar, type YAMLMap } from 'yaml';
import { removeEntries } from './hand-overs.js';
import { endOf, keyOf, opened, startOf } from './yaml-text.js';

/** Whether a file still refers to an input, a secret or a variable. */
export function isUsed(text: string, name: string): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `\\b(?:secrets|vars|inputs|env)(?:\\.${word}(?![\\w-])|\\[\\s*'${word}')|\\$\\{?${word}\\b`,
  ).test(text);
}

/** Variables of any name that only carried a key on: `env: PROD_KEY: ${{ secrets.X }}`, once nothing reads it. */
export function withoutVariables(
  text: string,
  references: readonly { readonly context: string; readonly name: string }[],
  dropped: Set<string>,
): string {
  const names = new Set(
    references.filter(({ context, name }) => context === 'env' && dropped.has(name)).map(({ name }) => name),
  );
  const file = names.size === 0 ? undefined : opened(text);
  if (file === undefined || !isMap(file.document.contents)) return text;
  const visit = (map: YAMLMap): void => {
    const pair = file.entry(map, 'env');
    const env = file.mapOf(pair?.value);
    const gone = (env?.items ?? []).filter(item => names.has(keyOf(item)));
    if (pair !== undefined && env !== undefined && gone.length > 0) removeEntries(file, map, pair, env, gone);
    for (const { value } of map.items) {
      const inner = isMap(value) ? [value] : (file.listOf(value)?.items ?? []);
      for (const item of inner) if (isMap(item)) visit(item);
    }
  };
  visit(file.document.contents);
  return file.changed;
}

/** Inputs and secrets that a composite action or a reusable workflow declares and nothing in it reads. */
export function withoutDeclarations(text: string, dropped: ReadonlySet<string>): string {
  const file = dropped.size === 0 ? undefined : opened(text);
  if (file === undefined || !isMap(file.document.contents)) return text;
  const root = file.document.contents;
  const call = file.mapOf(file.valueAt(root, 'on', 'workflow_call'));
  const owners: readonly (readonly [YAMLMap | undefined, string])[] = [
    [file.entry(root, 'runs') === undefined ? undefined : root, 'inputs'],
    [call, 'inputs'],
    [call, 'secrets'],
  ];
  for (const [owner, key] of owners) {
    const pair = file.entry(owner, key);
    const map = file.mapOf(pair?.value);
    const gone = (map?.items ?? []).filter(item => isScalar(item.key) && dropped.has(keyOf(item)));
    if (owner === undefined || pair === undefined || map === undefined || gone.length === 0) continue;
    if (owner === call && gone.length === map.items.length && call.items.length === 1)
      // `workflow_call:` alone says the same as with nothing in it.
      file.edits.add({
        start: file.lineStart(startOf(pair.key)),
        end: file.nextLine(endOf(pair)),
        text: '',
      });
    else removeEntries(file, owner, pair, map, gone);
  }
  return file.changed;
}
