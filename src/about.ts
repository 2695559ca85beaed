/** What this is called, for reports that name their maker. A test holds VERSION and package.json together. */
export const VERSION = '1.0.0';
export const HOMEPAGE = 'https://github.com/org/aws-temp-creds';
