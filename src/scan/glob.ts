/** What one place of a path may be. */
type Step =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  /** Goes on at any of these without taking a character. */
  | { readonly kind: 'ways'; readonly to: readonly number[] };

/**
 * A glob over paths with `/`: `*` stays within a folder, `**` does not, `?` is one character, `[a-z]` and `[!a-z]` are
 * sets, `{a,b}` are ways, a backslash takes the next character as it is. All else stands for itself: parentheses, `!`
 * and `+` too. Files whose names begin with a dot count; case counts.
 *
 * All places that the path may have come to are kept at once, so that no pattern makes it slow: the work is at most the
 * length of the pattern times that of the path.
 *
 * @param work what all matchers that share it may do; when nothing is left of it, nothing matches any more
 */
export function globMatcher(glob: string, work: MatchingWork = { left: Number.POSITIVE_INFINITY }): Matcher {
  if (glob.length > LONGEST) return path => path === glob;
  const steps = new Compiler(glob).compile();
  return path => runs(steps, path, work);
}

export type Matcher = (path: string) => boolean;

/** In places of patterns that were looked at. */
export interface MatchingWork {
  left: number;
}

/** What is longer stands for itself. */
const LONGEST = 1000;

function runs(steps: readonly Step[], path: string, work: MatchingWork): boolean {
  let at = closure(steps, [0]);
  for (const character of path) {
    work.left -= at.size;
    if (work.left < 0) return false;
    const next: number[] = [];
    for (const place of at) {
      const step = steps[place];
      if (step?.kind === 'character' && step.accepts(character)) next.push(place + 1);
    }
    if (next.length === 0) return false;
    at = closure(steps, next);
  }
  return at.has(steps.length);
}

/** All places that can be had from these without taking a character. */
function closure(steps: readonly Step[], from: readonly number[]): Set<number> {
  const places = new Set<number>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    const step = steps[place];
    if (step?.kind === 'ways') open.push(...step.to);
  }
  return places;
}

const WITHIN_FOLDER: Step = { kind: 'character', accepts: character => character !== '/' };
const ANY: Step = { kind: 'character', accepts: () => true };

/** Turns a glob into steps, of which each goes on at the next, or where its ways lead. */
class Compiler {
  readonly #glob: string;
  readonly #steps: Step[] = [];
  #at = 0;

  constructor(glob: string) {
    this.#glob = glob;
  }

  compile(): readonly Step[] {
    this.#sequence(false);
    return this.#steps;
  }

  /** Up to the end, or within braces to the comma or brace that ends it. */
  #sequence(inBraces: boolean): void {
    for (; this.#at < this.#glob.length; ) {
      const character = this.#glob[this.#at] ?? '';
      if (inBraces && (character === ',' || character === '}')) return;
      this.#one(character);
    }
  }

  #one(character: string): void {
    switch (character) {
      case '*':
        this.#stars();
        break;
      case '?':
        this.#take(WITHIN_FOLDER, 1);
        break;
      case '[':
        this.#set();
        break;
      case '{':
        this.#braces();
        break;
      case '\\':
        this.#literal(this.#glob[this.#at + 1] ?? '\\', 2);
        break;
      default: {
        // A character beyond the first plane has two units.
        const whole = String.fromCodePoint(this.#glob.codePointAt(this.#at) ?? 0);
        this.#literal(whole, whole.length);
      }
    }
  }

  #take(step: Step, length: number): void {
    this.#steps.push(step);
    this.#at += length;
  }

  #literal(own: string, length: number): void {
    this.#take({ kind: 'character', accepts: character => character === own }, length);
  }

  /** `**` between slashes stands for any number of folders, none included; beside anything else it is a star. */
  #stars(): void {
    const start = this.#at;
    while (this.#glob[this.#at] === '*') this.#at += 1;
    const isAlone = start === 0 || this.#glob[start - 1] === '/';
    const next = this.#glob[this.#at];
    if (this.#at - start === 1 || !isAlone || (next !== undefined && next !== '/')) this.#many(WITHIN_FOLDER);
    else if (this.#glob[this.#at] === '/') {
      this.#at += 1;
      const first = this.#steps.length;
      // Nothing, or anything that ends with a slash.
      this.#steps.push({ kind: 'ways', to: [first + 1, first + 5] });
      this.#many(ANY);
      this.#steps.push({ kind: 'character', accepts: character => character === '/' });
    } else this.#many(ANY);
  }

  /** Any number of them: three steps. */
  #many(step: Step): void {
    const first = this.#steps.length;
    this.#steps.push({ kind: 'ways', to: [first + 1, first + 3] }, step, { kind: 'ways', to: [first] });
  }

  /** `[` without its end stands for itself. */
  #set(): void {
    const isNegated = /[!^]/.test(this.#glob[this.#at + 1] ?? '');
    const first = this.#at + (isNegated ? 2 : 1);
    const end = this.#glob.indexOf(']', first + 1);
    if (end < 0) {
      this.#literal('[', 1);
      return;
    }
    const ranges = rangesOf(this.#glob.slice(first, end));
    const isIn = (character: string) => ranges.some(([low, high]) => low <= character && character <= high);
    const accepts = (character: string) => character !== '/' && isIn(character) !== isNegated;
    this.#take({ kind: 'character', accepts }, end + 1 - this.#at);
  }

  /** `{` without its end stands for itself, and so do braces without a comma. */
  #braces(): void {
    if (!hasWays(this.#glob, this.#at)) {
      this.#literal('{', 1);
      return;
    }
    this.#at += 1;
    const branch = this.#steps.length;
    this.#steps.push({ kind: 'ways', to: [] });
    const begins: number[] = [];
    const ends: number[] = [];
    for (;;) {
      begins.push(this.#steps.length);
      this.#sequence(true);
      ends.push(this.#steps.length);
      this.#steps.push({ kind: 'ways', to: [] });
      this.#at += 1;
      if (this.#glob[this.#at - 1] === '}') break;
    }
    this.#steps[branch] = { kind: 'ways', to: begins };
    for (const end of ends) this.#steps[end] = { kind: 'ways', to: [this.#steps.length] };
  }
}

function rangesOf(text: string): (readonly [string, string])[] {
  const ranges: (readonly [string, string])[] = [];
  const characters = [...text.replaceAll('\\', '')];
  for (let at = 0; at < characters.length; at++) {
    const low = characters[at] ?? '';
    const high = characters[at + 1] === '-' ? characters[at + 2] : undefined;
    if (high !== undefined) at += 2;
    ranges.push([low, high ?? low]);
  }
  return ranges;
}

/** Whether the brace at `open` is closed, with a comma of its own between. */
function hasWays(glob: string, open: number): boolean {
  let depth = 0;
  let comma = false;
  for (let at = open; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === ',' && depth === 1) comma = true;
    else if (character === '}' && --depth === 0) return comma;
  }
  return false;
}
