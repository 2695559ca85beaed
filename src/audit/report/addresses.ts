/** An e-mail address. Subjects with IDs (`owner@1/name@2`) and references of workflows (`ci.yml@refs/…`) are none. */
const ADDRESS =
  /([\p{L}\p{N}])[\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63}(?![\p{L}\p{N}])/gu;

/** A text in which of e-mail addresses only the first letter is left. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '$1…');
}
