import {
  type HandOver,
  isAwsKeyName,
  isKeyName,
  isOtherEndpoint,
  isOtherStore,
  isSecretPart,
  isSessionToken,
  type Reference,
  referencesIn,
  scriptHandOver,
} from './hand-over.js';
import type { CiSystem } from './systems.js';
import { mapsOf, type PlacedMap, textAt, withMerged } from './yaml-maps.js';
import type { YamlMap, YamlPair, YamlText, YamlValue } from './yaml-source.js';

/** Keys of a mapping whose texts decide or describe and hand nothing on. */
const SAYING = new Set(['if', 'name', 'description', 'when', 'rules', 'condition', 'run-name', 'label']);

/** Providers of Travis deployments that act on AWS; their keys are called `access_key_id` only. */
const TRAVIS_AWS = /^(?:s3|lambda|elasticbeanstalk|codedeploy|opsworks|cloudformation|ecr|aws)$/;

/** Every place of a CI file, in its order, where a stored AWS key is handed to jobs. */
export function yamlHandOvers(documents: readonly YamlValue[], system: CiSystem): readonly HandOver[] {
  const maps = documents.flatMap(document => mapsOf(document));
  const defined = definitions(maps, system);
  const found = maps.flatMap(({ map, where }) => {
    const inMap = mapHandOver(map, system, where);
    const inScripts = map.pairs
      .filter(({ key }) => !SAYING.has(key) && !isAwsKeyName(key))
      .flatMap(pair => [...pairHandOvers(pair, system, where, defined)]);
    return inMap === undefined ? inScripts : [inMap, ...inScripts];
  });
  // What stands nowhere beside the key is taken from elsewhere in the file.
  const region = found.some(handOver => handOver.region === '') ? regionIn(maps) : '';
  return found.map(handOver => (handOver.region === '' ? { ...handOver, region } : handOver));
}

/** The first Region that the mappings name, or ''. */
function regionIn(maps: readonly PlacedMap[]): string {
  for (const { map } of maps) {
    const region = regionOf(map.pairs);
    if (region !== '') return region;
  }
  return '';
}

const REGION = /^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/;

/** The Region that stands among entries, or in the mapping that is the value of one, as of `aws-cli/setup`. */
function regionOf(pairs: readonly YamlPair[]): string {
  for (const { key, value } of pairs) {
    if (value?.kind === 'text' && /region/i.test(key) && REGION.test(value.text)) return value.text;
    if (value?.kind === 'map' && key.startsWith('aws-cli/setup')) return regionOf(value.pairs);
  }
  return '';
}

/** A mapping hands one key over, however many of its entries take part: it is shown at the identifier. */
function mapHandOver(map: YamlMap, system: CiSystem, where: string): HandOver | undefined {
  const pairs = withMerged(map);
  if (isTemporary(pairs) || pairs.some(isOtherStorePair)) return undefined;
  const handed = map.pairs
    .map(pair => ({ pair, reference: storedIn(pair, map, system) }))
    .filter(({ reference }) => reference !== undefined);
  const first = handed.find(({ pair }) => !isSecretPart(pair.key)) ?? handed[0];
  if (first?.reference === undefined) return undefined;
  const { pair, reference } = first;
  return {
    name: pair.key,
    reference,
    where,
    region: regionOf(pairs),
    range: pair.keyRange,
  };
}

function isTemporary(pairs: readonly YamlPair[]): boolean {
  return pairs.some(
    ({ key, value }) =>
      isSessionToken(key) && value !== undefined && !(value.kind === 'text' && value.text === ''),
  );
}

function isOtherStorePair({ key, value }: YamlPair): boolean {
  return value?.kind === 'text' && isOtherEndpoint(key, value.text);
}

/** What stored secret an entry hands over as an AWS key, by name; undefined when it does not. */
function storedIn(pair: YamlPair, map: YamlMap, system: CiSystem): string | undefined {
  if (SAYING.has(pair.key)) return undefined;
  const named = isAwsKeyName(pair.key);
  if (!named && !isKeyName(pair.key)) {
    return pair.key.startsWith('aws-cli/setup') ? circleSetup(pair.value) : nameValue(pair, map, system);
  }
  const reference = referenceOf(pair.value, system);
  if (reference === undefined || isOtherStore(reference.name)) return undefined;
  const aws =
    named ||
    isAwsKeyName(reference.name.replace(/^\W+|^\w+\./, '')) ||
    TRAVIS_AWS.test(textAt(map, 'provider'));
  if (!aws || !reference.stored) return undefined;
  // CircleCI's orbs take the name of a variable; with a role beside it, it only starts the exchange.
  return system === 'circleci' && map.pairs.some(({ key }) => /^role[-_]arn$/.test(key))
    ? undefined
    : reference.name;
}

function referenceOf(value: YamlValue | undefined, system: CiSystem): Reference | undefined {
  if (value?.kind === 'text') {
    const [reference] = referencesIn(value.text, system);
    if (reference !== undefined) return reference;
    return system === 'circleci' && /^[A-Z][A-Z0-9_]*$/.test(value.text)
      ? { stored: true, name: `$${value.text}` }
      : undefined;
  }
  if (value?.kind !== 'map') return undefined;
  // `{ from_secret: x }` (Drone, Woodpecker), `{ secure: … }` (Travis, AppVeyor), `{ vault: … }` (GitLab).
  const kept = value.pairs.find(({ key }) => ['from_secret', 'secure', 'vault'].includes(key));
  if (kept?.value === undefined) return undefined;
  const name = kept.key === 'from_secret' && kept.value.kind === 'text' ? kept.value.text : `(${kept.key})`;
  return { stored: true, name };
}

/** `- aws-cli/setup:` without a role signs in with the key that the project or a context holds. */
function circleSetup(value: YamlValue | undefined): string | undefined {
  if (value?.kind !== 'map') return undefined;
  return value.pairs.some(({ key }) => /^role[-_]arn$/.test(key) || isAwsKeyName(key)) ? undefined : '';
}

/** `{ name: AWS_ACCESS_KEY_ID, value: $(x) }` (Azure). */
function nameValue(pair: YamlPair, map: YamlMap, system: CiSystem): string | undefined {
  if (pair.key !== 'value' || !isAwsKeyName(textAt(map, 'name'))) return undefined;
  const reference = referenceOf(pair.value, system);
  return reference?.stored === true && !isOtherStore(reference.name) ? reference.name : undefined;
}

/** For each variable that a mapping sets: whether a stored secret goes into it. */
function definitions(maps: readonly PlacedMap[], system: CiSystem): ReadonlyMap<string, boolean> {
  const defined = new Map<string, boolean>();
  for (const { map } of maps) {
    for (const { key, value } of map.pairs) {
      if (value?.kind !== 'text' || !/^\w{1,100}$/.test(key)) continue;
      const [reference] = referencesIn(value.text, system);
      if (reference !== undefined) defined.set(key, reference.stored);
    }
  }
  return defined;
}

/** Hand-overs in the texts of an entry: scripts, arguments, lists of names or assignments. */
function* pairHandOvers(
  { key, value }: YamlPair,
  system: CiSystem,
  where: string,
  defined: ReadonlyMap<string, boolean>,
): Generator<HandOver> {
  const texts = value?.kind === 'list' ? value.items : [value];
  // A list is one script: the session token may stand in another of its lines.
  if (texts.some(text => text?.kind === 'text' && isSessionToken(text.text))) return;
  for (const text of texts) {
    if (text?.kind !== 'text') continue;
    const found =
      scriptIn(text, system, defined) ??
      expressionIn(text, system) ??
      nameInList(key, text, value?.kind === 'list');
    if (found !== undefined) yield { ...found, where: `${where}.${key}`, region: '' };
    if (found !== undefined) return;
  }
}

type InText = Pick<HandOver, 'name' | 'reference' | 'range'>;

function scriptIn(
  text: YamlText,
  system: CiSystem,
  defined: ReadonlyMap<string, boolean>,
): InText | undefined {
  const found = scriptHandOver(text.text, system);
  if (found === undefined) return undefined;
  const variable = found.reference.name.startsWith('$') ? found.reference.name.slice(1) : undefined;
  // A variable that the file sets is judged by what is put into it, under its own name where that says AWS.
  if (variable !== undefined && defined.has(variable) && isAwsKeyName(variable)) return undefined;
  const stored = variable === undefined || (defined.get(variable) ?? system !== 'github');
  if (!stored) return undefined;
  return {
    name: 'aws_access_key_id',
    reference: found.reference.name,
    range: text.range(found.start, found.end),
  };
}

/** `${{ secrets.AWS_ACCESS_KEY_ID }}` in any other text, e.g. an argument or a build argument. */
function expressionIn(text: YamlText, system: CiSystem): InText | undefined {
  if (system !== 'github') return undefined;
  const reference = referencesIn(text.text, system).find(
    ({ stored, name }) => stored && isAwsKeyName(name.replace(/^\w+\./, '')) && !isOtherStore(name),
  );
  if (reference === undefined) return undefined;
  const at = text.text.indexOf(reference.name);
  const start = Math.max(at, 0);
  return { name: reference.name, reference: '', range: text.range(start, start + reference.name.length) };
}

/** `secrets: [AWS_ACCESS_KEY_ID]` (Buildkite, Woodpecker), and CircleCI's `- aws-cli/setup`. */
function nameInList(key: string, text: YamlText, inList: boolean): InText | undefined {
  const named = /^secrets?$/.test(key) && isAwsKeyName(text.text);
  const setup = key === 'steps' && text.text === 'aws-cli/setup';
  if (!inList || !(named || setup)) return undefined;
  return { name: text.text, reference: '', range: text.range(0, text.text.length) };
}
