/** Milliseconds for what is being closed anyway. */
const GRACE = 100;

/**
 * Lets the process end once everything is said: what is still open then, a connection that a proxy never made or a
 * lookup that nobody answers, is waited for by nobody. What was written to a pipe comes first. The exit code stays.
 */
export function endProcess(): void {
  process.stdout.write('', () =>
    process.stderr.write('', () => setTimeout(() => process.exit(), GRACE).unref()),
  );
}
