/**
 * The reports of a scan that has something to tell, and the texts that they give for each rule: a bundle of their own,
 * for a scan that finds nothing ends without them.
 */
export { annotate, annotationsOf } from './annotations.js';
export { gitlabReport } from './gitlab.js';
export { jsonReport } from './json.js';
export { junitReport } from './junit.js';
export { sarifReport } from './sarif.js';
export { scanSummary } from './summary.js';
export { briefReport, terminalReport } from './terminal.js';
