/** A user who owns nothing. */
const NOBODY = 65_534;

/** Does something as a user whom the modes of files bind: they do not bind root, as whom containers run tests. */
export async function unprivileged<T>(action: () => T | Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
