import type { Variables } from '../github/job.js';
import { blockOwner } from '../laptop/block-owner.js';
import { parseConfigFile, settingsOf } from '../laptop/config-file.js';
import { readHomeFiles } from '../laptop/home-files.js';
import { blocksOf } from '../laptop/managed-block.js';
import { projectRoot } from '../laptop/project.js';

/**
 * The profile of each account among those that `aws-temp-creds profiles` wrote: of this repository's block first, and
 * in a block the first one, which is the environment's own. Profiles that somebody wrote by hand are not for a plugin
 * to choose: AWS_PROFILE names them.
 *
 * @param folder that CDK is called in
 * @returns by account ID; empty where nothing was written, or the file cannot be read
 */
export function laptopAccounts(variables: Variables, folder: string): ReadonlyMap<string, string> {
  const accounts = new Map<string, string>();
  try {
    const text = readHomeFiles(variables).config.text ?? '';
    const own = blockOwner(projectRoot(folder), undefined);
    const blocks = blocksOf(text);
    for (const { body } of [
      ...blocks.filter(({ owner }) => owner === own),
      ...blocks.filter(({ owner }) => owner !== own),
    ]) {
      const sections = parseConfigFile(body);
      for (const { kind, name } of sections) {
        const account = kind === 'profile' && settingsOf(sections, 'profile', name)?.get('sso_account_id');
        if (account && !accounts.has(account)) accounts.set(account, name);
      }
    }
  } catch {
    // CDK goes on with what it finds by itself; `aws-temp-creds doctor` says what is wrong with the file.
  }
  return accounts;
}
