import type { FalseCategory, TrueCategory } from './case.js';
import { hashes } from './false/hashes.js';
import { identifiers } from './false/identifiers.js';
import { neighbours } from './false/neighbours.js';
import { placeholders } from './false/placeholders.js';
import { texts } from './false/texts.js';
import { tokens } from './false/tokens.js';
import { archives } from './true/archives.js';
import { artefacts } from './true/artefacts.js';
import { code } from './true/code.js';
import { config } from './true/config.js';
import { deployment } from './true/deployment.js';
import { documents } from './true/documents.js';
import { encodings } from './true/encodings.js';
import { escapes } from './true/escapes.js';
import { languages } from './true/languages.js';
import { namesOfTools } from './true/names.js';
import { operations } from './true/operations.js';
import { pieces } from './true/pieces.js';
import { placement } from './true/placement.js';
import { services } from './true/services.js';

/** Everything that must be found. */
export const TRUE_CATEGORIES: readonly TrueCategory[] = [
  ...config,
  ...code,
  ...languages,
  ...operations,
  ...deployment,
  ...documents,
  ...artefacts,
  ...services,
  ...escapes,
  ...encodings,
  ...archives,
  ...placement,
  ...pieces,
  ...namesOfTools,
];

/** Everything that must be passed over. */
export const FALSE_CATEGORIES: readonly FalseCategory[] = [
  ...placeholders,
  ...identifiers,
  ...hashes,
  ...tokens,
  ...texts,
  ...neighbours,
];
