import { KNOWN_REGIONS } from '../aws/partitions.js';
import { quoted } from './fault.js';
import { nearest } from './nearest.js';

/**
 * What is wrong with the code of a Region that has the right form but that AWS had not when this version was made:
 * mostly it is misspelt. Whoever names the endpoint of a newer one is believed.
 *
 * @param endpoint URL of STS that is asked whatever the Region
 * @returns undefined when nothing is
 */
export function unknownRegion(region: string, endpoint: string | undefined): string | undefined {
  if (endpoint !== undefined || KNOWN_REGIONS.includes(region)) return undefined;
  const meant = nearest(region, KNOWN_REGIONS);
  const suggestion = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `${quoted(region)} is no Region of AWS that this version knows${suggestion} (For a newer Region name its endpoint: sts-endpoint: https://sts.${region}.amazonaws.com)`;
}

/** What a Region's code has to be like, in words, with the Region that was probably meant as the example. */
export function regionExample(given: string): string {
  return `the code of a Region, such as ${nearest(given.toLowerCase(), KNOWN_REGIONS) ?? 'eu-west-1'}`;
}
