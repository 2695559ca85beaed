/** What the audit's surfaces load when they come to it: the SDK's clients, the judgments, the reports. */
export { outcomeOf } from '../audit/judge.js';
export { auditReports } from './audit-reports.js';
