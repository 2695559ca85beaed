import { isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { knownAction } from './known-actions.js';
import { isIdentifier, isKeyVariable, isStored, referencesIn } from './references.js';
import { cleanScript } from './scripts.js';
import { endOf, keyOf, startOf, type YamlText } from './yaml-text.js';

/** A place in a list of steps where credentials are needed because a stored key is taken away. */
export interface Demand {
  /** The step before which they are needed, or that becomes ours. */
  readonly index: number;
  /** The step of aws-actions/configure-aws-credentials that becomes ours; undefined: a new one is put before. */
  readonly inPlace: YAMLMap | undefined;
  /** The step that only set up the AWS CLI, and goes. */
  readonly replaced: boolean;
  /** Name of the secret that identified the key; '' where it is not one. */
  readonly reference: string;
  /** Region as written beside the key; undefined: none. */
  readonly region: string | undefined;
  /** `if` of the step. */
  readonly condition: string | undefined;
}

const CONFIGURE = /^aws-actions\/configure-aws-credentials@/;
const KEY_INPUTS = ['aws-access-key-id', 'aws-secret-access-key'];

/** What is taken away, to tell afterwards which secrets nothing needs any more. */
export interface Taken {
  take(text: string): void;
  leave(offset: number, what: string, write?: string): void;
}

/** The demand of one step, whose own keys are taken away; undefined: it hands none over, or a person must see to it. */
export function stepDemand(file: YamlText, step: YAMLMap, index: number, taken: Taken): Demand | undefined {
  const uses = file.textOf(file.valueAt(step, 'uses')) ?? '';
  const condition = file.textOf(file.valueAt(step, 'if'));
  const base = { index, inPlace: undefined, replaced: false, condition };
  if (CONFIGURE.test(uses)) return configureDemand(file, step, base, taken);
  const known = knownAction(uses);
  if (known?.kind === 'refuses' && handsKeys(file, step)) {
    taken.leave(
      startOf(step),
      `${uses} takes no session token, so temporary credentials do not work with it`,
      known.instead,
    );
    return undefined;
  }
  const byEnv = envDemand(file, step, 'env', base, taken);
  const byWith = withDemand(file, step, uses, base, taken);
  const byScript = scriptDemand(file, step, base, taken);
  return byScript ?? byEnv ?? byWith;
}

function handsKeys(file: YamlText, step: YAMLMap): boolean {
  const pairs = [
    ...(file.mapOf(file.valueAt(step, 'env'))?.items ?? []),
    ...(file.mapOf(file.valueAt(step, 'with'))?.items ?? []),
  ];
  return pairs.some(pair => isStored(file.textOf(pair.value) ?? ''));
}

type Base = Omit<Demand, 'reference' | 'region'>;

/** The inputs of the peer that have no place here, or mean nothing without a key. */
const MEANINGLESS = [
  ...KEY_INPUTS,
  'aws-session-token',
  'role-skip-session-tagging',
  'use-existing-credentials',
  'overwrite-aws-profile',
  'special-characters-workaround',
  'force-skip-oidc',
];

function configureDemand(file: YamlText, step: YAMLMap, base: Base, taken: Taken): Demand | undefined {
  const inputs = file.mapOf(file.valueAt(step, 'with'));
  const value = (name: string) => file.textOf(file.valueAt(inputs, name)) ?? '';
  const keys = KEY_INPUTS.map(value).filter(text => text !== '');
  const fromSteps = keys.length > 0 && keys.every(text => /\b(?:steps|needs)\./.test(text));
  if (inputs === undefined || keys.length === 0 || fromSteps || value('aws-session-token') !== '')
    return undefined;
  for (const key of keys) taken.take(key);
  return {
    ...base,
    inPlace: step,
    reference: referencesIn(value('aws-access-key-id'))[0]?.name ?? '',
    region: value('aws-region') || undefined,
  };
}

/** The entries of the step of the peer that go. */
export function meaninglessInputs(inputs: YAMLMap): readonly Pair[] {
  return inputs.items.filter(pair => MEANINGLESS.includes(keyOf(pair)));
}

/** Keys in `env` that AWS's own tools read: they are there after the exchange too. */
export function envDemand(
  file: YamlText,
  owner: YAMLMap,
  key: 'env',
  base: Base,
  taken: Taken,
): Demand | undefined {
  const pair = file.entry(owner, key);
  const map = file.mapOf(pair?.value);
  if (pair === undefined || map === undefined) return undefined;
  const temporary = map.items.some(
    item => /SESSION_TOKEN/.test(keyOf(item)) && (file.textOf(item.value) ?? '') !== '',
  );
  const endpoint = map.items.some(
    item =>
      /endpoint/i.test(keyOf(item)) && !/amazonaws\.com/.test(file.textOf(item.value) ?? 'amazonaws.com'),
  );
  if (temporary || endpoint) return undefined;
  const keys = map.items.filter(item => isKeyVariable(keyOf(item)) && isOurs(file.textOf(item.value) ?? ''));
  if (keys.length === 0) return undefined;
  for (const item of keys) taken.take(file.textOf(item.value) ?? '');
  removeEntries(file, owner, pair, map, keys);
  const identifier = keys.find(item => isIdentifier(keyOf(item))) ?? keys[0];
  const region = ['AWS_REGION', 'AWS_DEFAULT_REGION']
    .map(name => file.textOf(file.valueAt(map, name)))
    .find(Boolean);
  return {
    ...base,
    reference: referencesIn(file.textOf(identifier?.value) ?? '')[0]?.name ?? '',
    region,
  };
}

const OTHER_STORE =
  /(?:^|_)(?:R2|MINIO|B2|BACKBLAZE|SPACES|DO|DIGITALOCEAN|WASABI|CLOUDFLARE|CF|SCALEWAY|SCW|LINODE|HETZNER|GCS|OCI|OVH|LOCALSTACK)(?:_|$)/i;

function isOurs(value: string): boolean {
  return isStored(value) && !referencesIn(value).some(({ name }) => OTHER_STORE.test(name));
}

/** Takes entries out of a mapping, and the mapping itself where nothing is left in it. */
export function removeEntries(
  file: YamlText,
  owner: YAMLMap,
  pair: Pair,
  map: YAMLMap,
  gone: readonly Pair[],
): void {
  const set = new Set(gone);
  if (map.items.some(item => !set.has(item))) {
    for (const item of gone) file.remove(map, item, set);
  } else if (map.anchor !== undefined) {
    // An alias elsewhere still names it.
    file.edits.add({ start: startOf(map.items[0]?.key), end: endOf(map), text: '{}' });
  } else if (pair.value === map) file.remove(owner, pair, new Set([pair]));
}

/** Keys among the inputs of other actions. */
function withDemand(
  file: YamlText,
  step: YAMLMap,
  uses: string,
  base: Base,
  taken: Taken,
): Demand | undefined {
  const pair = file.entry(step, 'with');
  const map = file.mapOf(pair?.value);
  const known = knownAction(uses);
  if (pair === undefined || map === undefined || known === undefined) return undefined;
  const value = (item: Pair) => file.textOf(item.value) ?? '';
  const keys = map.items.filter(
    item => known.keys.includes(keyOf(item)) && /aws/i.test(value(item)) && isOurs(value(item)),
  );
  if (keys.length === 0) return undefined;
  for (const item of keys) taken.take(value(item));
  const identifier = keys.find(item => isIdentifier(keyOf(item)));
  const demand = {
    ...base,
    reference: identifier === undefined ? '' : (referencesIn(value(identifier))[0]?.name ?? ''),
    region: map.items.filter(item => /region/i.test(keyOf(item))).map(value)[0] || undefined,
  };
  if (known.kind === 'ambient') removeEntries(file, step, pair, map, keys);
  else handOnTemporary(file, map, keys, known.session);
  return demand;
}

/** The action gets the short-lived key of the environment, and the session token beside it. */
function handOnTemporary(
  file: YamlText,
  map: YAMLMap,
  keys: readonly Pair[],
  session: string | undefined,
): void {
  for (const item of keys) {
    const name = isIdentifier(keyOf(item)) ? 'AWS_ACCESS_KEY_ID' : 'AWS_SECRET_ACCESS_KEY';
    if (isScalar(item.value)) file.replaceScalar(item.value as Scalar, `\${{ env.${name} }}`);
  }
  const last = keys.at(-1);
  if (last !== undefined && session !== undefined && !map.flow && file.entry(map, session) === undefined)
    file.insertBehind(map, last, [`${session}: \${{ env.AWS_SESSION_TOKEN }}`]);
}

/** Lines of a script that hand a key to the AWS CLI or to later steps. */
function scriptDemand(file: YamlText, step: YAMLMap, base: Base, taken: Taken): Demand | undefined {
  const node = file.resolve(file.valueAt(step, 'run'));
  if (!isScalar(node) || node.range === null || node.range === undefined) return undefined;
  const [start, end] = node.range;
  const source = file.text.slice(start, end);
  // The indicator of a block (`|`) is no line of the script.
  const indicator = /^[|>][^\n]*\n/.exec(source)?.[0] ?? '';
  const cleaned = cleanScript(source.slice(indicator.length));
  if (!cleaned.changed) return undefined;
  for (const line of cleaned.removed) taken.take(line);
  const references = cleaned.removed.flatMap(line => referencesIn(line).map(found => ({ ...found, line })));
  const reference = references.find(({ line }) => /access_key_id/i.test(line)) ?? references[0];
  const kept = cleaned.lines.filter(line => line !== undefined).join('\n');
  if (!cleaned.empty) file.edits.add({ start, end, text: indicator + kept });
  return { ...base, replaced: cleaned.empty, reference: reference?.name ?? '', region: cleaned.region };
}
