import type { Scenario } from '../scenario.js';
import { deployScenarios } from './deploy.js';
import { longDeployScenarios } from './long-deploy.js';
import { pairScenarios } from './pairs.js';
import { profileScenarios } from './profiles.js';
import { workflowScenarios } from './workflows.js';

/** All scenarios, the longest first: what starts last then ends soon. */
export const scenarios: readonly Scenario[] = [
  ...pairScenarios,
  ...longDeployScenarios,
  ...workflowScenarios,
  ...deployScenarios,
  ...profileScenarios,
];
