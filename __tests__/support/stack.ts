import * as v from 'valibot';

/**
 * A CloudFormation template as a stack of one account, worked out by hand: conditions, mappings and the functions that
 * our templates use. What it does not know it refuses, as CloudFormation would.
 */
export interface StackPlace {
  readonly account: string;
  readonly partition?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

const Entry = v.looseObject({
  Type: v.string(),
  Condition: v.optional(v.string()),
  Properties: v.record(v.string(), v.unknown()),
});

const Template = v.object({
  AWSTemplateFormatVersion: v.literal('2010-09-09'),
  Description: v.pipe(v.string(), v.maxLength(1024)),
  Parameters: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+$/)), v.looseObject({ Type: v.string() })),
    {},
  ),
  Mappings: v.optional(v.record(v.string(), v.record(v.string(), v.record(v.string(), v.unknown()))), {}),
  Conditions: v.optional(v.record(v.string(), v.unknown()), {}),
  Resources: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,255}$/)), Entry),
  Outputs: v.optional(v.record(v.string(), v.looseObject({})), {}),
});

export interface StackResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The resources that the stack has. @throws for a template that CloudFormation would not take in this account */
export function stackOf(json: string, place: StackPlace): readonly StackResource[] {
  const template = v.parse(Template, JSON.parse(json));
  const { account, partition = 'aws', parameters = {} } = place;
  for (const name of Object.keys(template.Parameters))
    if (parameters[name] === undefined) throw new Error(`the parameter ${name} has no value`);
  const names = new Map(
    Object.entries({ 'AWS::AccountId': account, 'AWS::Partition': partition, ...parameters }),
  );
  const lookedUp = (name: string) => {
    const value = names.get(name);
    if (value !== undefined) return value;
    if (name in template.Resources) return `<${name}>`;
    throw new Error(`there is nothing called ${name}`);
  };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, inner] = ['', undefined], ...others] = Object.entries(value);
    if (others.length > 0 || !/^(Ref|Fn::.*)$/.test(key))
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item)]));
    return call(key, inner);
  };
  const call = (name: string, given: unknown): unknown => {
    if (name === 'Ref') return lookedUp(String(given));
    if (name === 'Fn::Sub')
      return String(given).replace(/\$\{(!?)([^}]*)\}/g, (_, literal, inner) =>
        literal ? `\${${inner}}` : lookedUp(inner),
      );
    const items = v.parse(v.array(v.unknown()), resolve(given)).map(String);
    const [first = '', second = '', third = ''] = items;
    if (name === 'Fn::GetAtt') return `<${first}.${second}>`;
    if (name === 'Fn::Equals') return first === second;
    const found = name === 'Fn::FindInMap' ? template.Mappings[first]?.[second]?.[third] : undefined;
    if (found === undefined) throw new Error(`Unable to get mapping for ${items.join('::')}`);
    return found;
  };
  const holds = (condition: string) => {
    if (!(condition in template.Conditions)) throw new Error(`there is no condition ${condition}`);
    return resolve(template.Conditions[condition]) === true;
  };
  for (const name of Object.keys(template.Conditions)) holds(name);
  return Object.entries(template.Resources).flatMap(([id, { Type, Condition, Properties }]) =>
    Condition === undefined || holds(Condition)
      ? [{ id, type: Type, properties: v.parse(v.record(v.string(), v.unknown()), resolve(Properties)) }]
      : [],
  );
}
