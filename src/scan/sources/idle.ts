import type { ChildProcess } from 'node:child_process';

/** How often is looked whether a process still does anything, in milliseconds, and how often it may not. */
const BETWEEN_LOOKS = 60_000;
const MOST_IDLE_LOOKS = 15;

/** Ends a process that neither takes nor gives anything for a quarter of an hour: it waits for what does not come. */
export function endWhenIdle(child: ChildProcess): void {
  let [passed, idle] = [0, 0];
  const timer = setInterval(() => {
    const now = passedThrough(child);
    idle = now === passed ? idle + 1 : 0;
    passed = now;
    if (idle >= MOST_IDLE_LOOKS) child.kill('SIGKILL');
  }, BETWEEN_LOOKS);
  timer.unref();
  for (const end of ['close', 'error']) child.once(end, () => clearInterval(timer));
}

/** Bytes that a process took and gave so far. */
function passedThrough({ stdin, stdout }: ChildProcess): number {
  const count = (stream: object | null, name: 'bytesRead' | 'bytesWritten'): number => {
    const value: unknown = stream === null ? 0 : Reflect.get(stream, name);
    return typeof value === 'number' ? value : 0;
  };
  return count(stdin, 'bytesWritten') + count(stdout, 'bytesRead');
}
