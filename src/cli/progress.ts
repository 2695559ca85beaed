import { grouped } from '../scan/report/words.js';
import type { Terminal } from './command.js';

interface Seen {
  readonly files: number;
  readonly objects: number;
}

/** Seconds before the first word, and between two. */
const PATIENCE = 0.5;
const PACE = 0.1;

/** Tells somebody who waits at a terminal how far it is; nothing where nobody waits, or not for long. */
export function showProgress(terminal: Pick<Terminal, 'overwrite'>): {
  show(seen: Seen): void;
  end(): void;
} {
  const started = process.uptime();
  let last = started + PATIENCE - PACE;
  let shown = false;
  return {
    show: ({ files, objects }) => {
      const now = process.uptime();
      if (now - last < PACE) return;
      last = now;
      const { overwrite } = terminal;
      if (overwrite === undefined) return;
      shown = true;
      const counts = [
        ...(files > 0 ? [`${grouped(files)} files`] : []),
        ...(objects > 0 ? [`${grouped(objects)} git objects`] : []),
      ];
      overwrite(`scanning … ${counts.join(', ')}`);
    },
    end: () => {
      if (shown) terminal.overwrite?.('');
    },
  };
}
