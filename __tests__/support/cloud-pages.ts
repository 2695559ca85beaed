/**
 * One page of a list, as AWS's services give them: the first page is empty where there are more, for no caller may take
 * an empty page for the end, and every other page is smaller than asked for.
 *
 * @param token of the page before; undefined: the first
 */
export function pageOf<T>(
  all: readonly T[],
  token: unknown,
  most: number,
): { readonly items: readonly T[]; readonly next: string | undefined } {
  if (token === undefined && all.length > most) return { items: [], next: 'page-0' };
  const start = token === undefined ? 0 : Number(String(token).replace('page-', ''));
  if (!Number.isInteger(start)) throw new Error(`no page begins at ${String(token)}`);
  const end = Math.min(all.length, start + most);
  return { items: all.slice(start, end), next: end < all.length ? `page-${end}` : undefined };
}
