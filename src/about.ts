/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
export const VERSION = '1.0.0';
export const HOMEPAGE = 'https://github.com/org/aws-temp-creds';

/** The page that explains failures by what they say. */
export const TROUBLESHOOTING = 'https://github.com/org/aws-temp-creds/blob/v1/docs/troubleshooting.md';
