import type { Terminal } from './command.js';

interface Seen {
  readonly files: number;
  readonly objects: number;
}

/** Milliseconds before the first word, and between two. */
const PATIENCE = 500;
const PACE = 100;

/** Tells somebody who waits at a terminal how far it is; nothing where nobody waits, or not for long. */
export function showProgress({ overwrite }: Pick<Terminal, 'overwrite'>): {
  show(seen: Seen): void;
  end(): void;
} {
  const started = performance.now();
  let last = started + PATIENCE - PACE;
  let shown = false;
  return {
    show: ({ files, objects }) => {
      const now = performance.now();
      if (overwrite === undefined || now - last < PACE) return;
      last = now;
      shown = true;
      const counts = [
        ...(files > 0 ? [`${files.toLocaleString('en-US')} files`] : []),
        ...(objects > 0 ? [`${objects.toLocaleString('en-US')} git objects`] : []),
      ];
      overwrite(`scanning … ${counts.join(', ')}`);
    },
    end: () => {
      if (shown) overwrite?.('');
    },
  };
}
