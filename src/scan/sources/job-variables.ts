import type { Variables } from '../../github/job.js';
import { detect } from '../detect/detect.js';
import type { Finding } from '../finding.js';
import { makeFindings } from '../make-finding.js';

/**
 * Long-lived keys that the job was given in its environment. Temporary credentials there are as it should be.
 *
 * @returns one finding per variable, at a place whose path is the variable's name
 */
export function staticKeysIn(variables: Variables): Finding[] {
  return Object.entries(variables).flatMap(([name, value = '']) => {
    if (!value.includes('AKIA')) return [];
    const content = Buffer.from(`${name}=${value}\n`);
    const { detections } = detect(content);
    const found = makeFindings(content, detections, { kind: 'environment', path: name });
    return found
      .filter(({ accessKeyId }) => accessKeyId?.startsWith('AKIA'))
      .map(({ place: { kind, path }, severity, ...finding }) => ({
        ...finding,
        rule: 'job-static-key' as const,
        severity: severity === 'notice' ? severity : ('warning' as const),
        place: { kind, ...(path !== undefined && { path }) },
      }));
  });
}
