import type { YamlMap, YamlPair, YamlValue } from './yaml-source.js';

/** A mapping and where it stands. */
export interface PlacedMap {
  readonly map: YamlMap;
  /** The keys that lead there, and the names of steps instead of their numbers: survives what is put before it. */
  readonly where: string;
}

/** All mappings, each once, whatever aliases point at it. */
export function mapsOf(root: YamlValue): readonly PlacedMap[] {
  const found: PlacedMap[] = [];
  const seen = new Set<YamlValue>();
  const walk = (value: YamlValue | undefined, where: string): void => {
    if (value === undefined || value.kind === 'text' || seen.has(value)) return;
    seen.add(value);
    if (value.kind === 'list') for (const item of value.items) walk(item, where);
    else {
      const own = nameOf(value);
      const here = own === '' ? where : `${where}[${own}]`;
      found.push({ map: value, where: here });
      for (const pair of value.pairs) walk(pair.value, `${here}.${pair.key}`);
    }
  };
  walk(root, '');
  return found;
}

function nameOf(map: YamlMap): string {
  return textAt(map, 'id') || textAt(map, 'name') || textAt(map, 'uses');
}

/** The text of an entry; '' when there is none, or it is no text. */
export function textAt(map: YamlMap, key: string): string {
  const value = map.pairs.find(pair => pair.key === key)?.value;
  return value?.kind === 'text' ? value.text : '';
}

/** The entries of a mapping with those that `<<:` merges into it. */
export function withMerged(map: YamlMap): readonly YamlPair[] {
  const merged = map.pairs.filter(({ key, value }) => key === '<<' && value !== undefined);
  return [
    ...map.pairs,
    ...merged.flatMap(({ value }) => {
      const sources = value?.kind === 'list' ? value.items : [value];
      return sources.flatMap(source => (source?.kind === 'map' ? source.pairs : []));
    }),
  ];
}
