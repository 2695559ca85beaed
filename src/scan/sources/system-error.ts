/** An error that a call of the system gave. By its shape: an error from another realm is no `Error` of this one. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
