import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { configHeader } from '../handover/profile-file.js';
import { quoteCommand, refuseExpandable } from '../handover/quoting.js';
import { durableNode } from './durable-node.js';

/** Characters of the longest path that a socket can have on macOS, less the name of ours. */
const LONGEST = 90;

/** The private folder of one command: a configuration file with one profile, and no credentials. */
export interface ExecFolder {
  readonly path: string;
  readonly configFile: string;
  readonly credentialsFile: string;
  remove(): void;
}

/**
 * @param script absolute path of the command's bundle, beside which the credential process stands
 * @throws Failure `wrong-configuration` when a path cannot be written into a profile
 */
export function makeExecFolder(
  profile: { readonly name: string; readonly region: string },
  script: string,
): ExecFolder {
  const base = tmpdir().length > LONGEST && process.platform !== 'win32' ? '/tmp' : tmpdir();
  // mkdtemp makes it for this user alone; on Windows it inherits the temporary folder's list of users.
  const path = mkdtempSync(join(base, 'aws-temp-creds-'));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  try {
    chmodSync(path, 0o700);
    refuseExpandable(path);
    const helper = join(dirname(dirname(script)), 'exec-process', 'index.js');
    const command = quoteCommand([durableNode(process.execPath), helper, path], process.platform);
    const config = `${configHeader(profile.name)}\ncredential_process = ${command}\nregion = ${profile.region}\n`;
    const configFile = join(path, 'config');
    const credentialsFile = join(path, 'credentials');
    writeFileSync(configFile, config, { mode: 0o600, flag: 'wx' });
    writeFileSync(credentialsFile, '', { mode: 0o600, flag: 'wx' });
    return { path, configFile, credentialsFile, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
