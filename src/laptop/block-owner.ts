import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIfThere } from '../credentials/private-file.js';

/** Bytes; more is no configuration of git's. */
const LARGEST = 256 * 1024;

/**
 * Whose a block in ~/.aws/config is: the repository that `origin` names, so that all clones of it share one block; else
 * the folder. ASCII without blanks, and without what a URL may hold of somebody's password.
 *
 * @param root of the checkout, absolute
 * @param configuration path of the configuration file; undefined: the default one
 */
export function blockOwner(root: string, configuration: string | undefined): string {
  const repository = remoteName(originOf(root)) ?? encodeURI(root.replaceAll('\\', '/'));
  return configuration === undefined ? repository : `${repository}:${encodeURI(configuration)}`;
}

/** `https://user:secret@host/owner/name.git`, `git@host:owner/name` and `ssh://…` as `host/owner/name`. */
export function remoteName(url: string | undefined): string | undefined {
  const text = url?.trim() ?? '';
  const match =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([\w.-]+)(?::\d+)?\/(.+)$/i.exec(text) ??
    /^(?:[^/@:]*@)?([\w.-]{2,}):(?!\\)(.+)$/.exec(text);
  const [, host, path] = match ?? [];
  if (host === undefined || path === undefined) return undefined;
  const name = path
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/^\/+/, '');
  return /^[\w.~+/-]+$/.test(name) ? `${host.toLowerCase()}/${name}` : undefined;
}

/** The URL of the remote `origin`, from git's own file: no program is started for it. */
function originOf(root: string): string | undefined {
  const gitDir = gitDirOf(root);
  if (gitDir === undefined) return undefined;
  const common = readSmall(join(gitDir, 'commondir'))?.trim();
  const text = readSmall(join(common === undefined ? gitDir : resolve(gitDir, common), 'config'));
  const section = text?.split(/^\s*(?=\[)/m).find(part => /^\[remote "origin"\]/.test(part));
  return section && /^\s*url\s*=\s*"?([^"\r\n]*?)"?\s*$/m.exec(section)?.[1];
}

function gitDirOf(root: string): string | undefined {
  const path = join(root, '.git');
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return found && path;
  const named = /^gitdir: (.+)$/m.exec(readSmall(path) ?? '')?.[1];
  return named === undefined ? undefined : resolve(root, named.trim());
}

function readSmall(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() && found.size <= LARGEST ? readIfThere(path) : undefined;
}
