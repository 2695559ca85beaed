// Writes schema/aws-temp-creds.schema.json, which editors check the configuration file with, from the schema that the
// code itself checks it with: `npm run schema`; `--check` fails on a difference instead.
import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../lib/src/config/schema.js';
import { writeOrCheck } from './drift.mjs';

/** Names that document.ts refuses, since objects have properties of these names anyway. */
const RESERVED = ['__proto__', 'prototype', 'constructor'];

const schema = toJsonSchema(configurationSchema, {
  target: 'draft-07',
  // A JSON Schema cannot trim: of a text of blanks alone it must not say more than that it is a text.
  ignoreActions: ['trim'],
  overrideAction: ({ valibotAction, jsonSchema }) => {
    // Patterns of a JSON Schema are read as with the flag `u`, whether ours have it or not.
    if (valibotAction.type === 'regex') return { ...jsonSchema, pattern: valibotAction.requirement.source };
    // Not `format: date`: some validators ignore formats, others know the months' lengths.
    if (valibotAction.type === 'iso_date') {
      const { format, ...rest } = jsonSchema;
      return { ...rest, pattern: valibotAction.requirement.source };
    }
    return undefined;
  },
});
const { environments, sso } = schema.properties;
for (const named of [environments, sso.properties['permission-sets']])
  named.propertyNames = { ...named.propertyNames, not: { enum: RESERVED } };

const { $schema, ...body } = schema;
const published = {
  $schema,
  $id: 'https://raw.githubusercontent.com/org/aws-temp-creds/v1/schema/aws-temp-creds.schema.json',
  ...body,
};
writeOrCheck('schema/aws-temp-creds.schema.json', `${JSON.stringify(published, undefined, 2)}\n`, 'schema');
