/** @returns undefined for a text that is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns the properties of an object, undefined for anything else than one */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}

/**
 * The names that stand twice in one object of a JSON text. A parser keeps the last of them without a word, so that a
 * condition which somebody wrote is not there any more.
 *
 * @param json a text that JSON.parse takes; of another the answer is of no use
 */
export function repeatedKeys(json: string): string[] {
  const repeated = new Set<string>();
  /** The names seen in each object that is open; undefined for an array. */
  const open: (Set<string> | undefined)[] = [];
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (/^\s*:/.test(json.slice(index + token.length, index + token.length + 64))) {
      const names = open.at(-1);
      const name = String(JSON.parse(token));
      if (names?.has(name)) repeated.add(name);
      names?.add(name);
    }
  }
  return [...repeated];
}
