/** Names of environments and profiles: usable unquoted as a profile's name in every AWS tool, and in a shell. */
export const ENVIRONMENT_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Whether botocore and the SDK for JavaScript both read a profile of that name, written without quotes. The latter
 * drops names with other characters, and mistakes those of its own objects' members (`constructor`).
 */
export function isProfileName(text: string): boolean {
  return /^[\w@+.%:/][\w@+.%:/-]{0,127}$/.test(text) && !(text in {});
}
