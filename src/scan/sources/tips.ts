import { Checkout, type CheckoutOptions } from './checkout.js';
import { gitText } from './git.js';

/**
 * The tips of all branches and tags: what a scan of the history has read once it is done, to be kept and given to
 * the next one as `scannedTips`.
 *
 * @returns full names, each once; none where there is no repository
 */
export async function tipsOf(folder: string, options: CheckoutOptions): Promise<readonly string[]> {
  const { repository } = new Checkout(folder, options);
  if (repository === undefined) return [];
  const { exitCode, stdout } = await gitText(repository.place, 'for-each-ref', '--format=%(objectname)');
  if (exitCode !== 0) return [];
  return [...new Set(stdout.split('\n').filter(name => name !== ''))];
}
