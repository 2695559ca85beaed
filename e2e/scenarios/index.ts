import type { Scenario } from '../scenario.js';
import { deployScenarios } from './deploy.js';

/** All scenarios, the longest first: what is started last then ends soon. */
export const scenarios: readonly Scenario[] = [...deployScenarios];
