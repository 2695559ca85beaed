/** Gives each thing a name of its own, made of what it is called and made different where two come out the same. */
export class Names {
  readonly #shape: (words: readonly string[]) => string;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(shape: (words: readonly string[]) => string) {
    this.#shape = shape;
  }

  /** The same key always has the same name. @param called what the name is made of; default: the key */
  of(key: string, called = key): string {
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const base = this.#shape(called.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? []);
    let name = base;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${base}${count}`;
    this.#taken.add(name.toLowerCase());
    this.#given.set(key, name);
    return name;
  }
}

/** Logical IDs of CloudFormation: letters and digits, at most 255. */
export function logicalNames(): Names {
  return new Names(words => {
    const name = words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
    return (/^[A-Z]/.test(name) ? name : `Name${name}`).slice(0, 240);
  });
}

/** Names of Terraform: lower case with underscores. */
export function terraformNames(): Names {
  return new Names(words => {
    const name = words.join('_').toLowerCase();
    return /^[a-z]/.test(name) ? name : `name_${name}`;
  });
}
