import type { Scenario } from '../scenario.js';
import { deployScenarios } from './deploy.js';
import { hookScenarios } from './hooks.js';
import { laptopScenarios } from './laptop.js';
import { laptopCdkScenarios } from './laptop-cdk.js';
import { longDeployScenarios } from './long-deploy.js';
import { migrateScenarios } from './migrate.js';
import { pairScenarios } from './pairs.js';
import { profileScenarios } from './profiles.js';
import { scanWorkflowScenarios } from './scan-workflows.js';
import { workflowScenarios } from './workflows.js';

/** All scenarios, the longest first: what starts last then ends soon. */
export const scenarios: readonly Scenario[] = [
  ...pairScenarios,
  ...longDeployScenarios,
  ...workflowScenarios,
  ...migrateScenarios,
  ...hookScenarios,
  ...scanWorkflowScenarios,
  ...deployScenarios,
  ...profileScenarios,
  ...laptopCdkScenarios,
  ...laptopScenarios,
];
