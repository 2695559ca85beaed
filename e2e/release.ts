import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Variables } from '../__tests__/support/program.js';
import { inherited, mustRun } from './command.js';

/**
 * Unpacks the action as a job downloads it: the archive of this repository's present files, without what
 * `export-ignore` leaves out. Nothing else of the repository can be reached from there.
 *
 * @param into a folder of its own; the action is put into `into/action`
 */
export async function unpackAction(root: string, into: string): Promise<string> {
  const objects = join(into, 'objects');
  const folder = join(into, 'action');
  for (const path of [objects, folder]) mkdirSync(path, { recursive: true });
  const common = await git(
    root,
    ['rev-parse', '--path-format=absolute', '--git-path', 'objects'],
    inherited(),
  );
  // A tree of the files as they are now, made without touching the repository's own index and objects.
  const env = inherited({
    GIT_INDEX_FILE: join(into, 'index'),
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: common,
  });
  await git(root, ['add', '--all'], env);
  const tree = await git(root, ['write-tree'], env);
  await git(root, ['archive', '--format=tar', `--output=${join(into, 'action.tar')}`, tree], env);
  await mustRun({ command: 'tar', args: ['-xf', 'action.tar', '-C', 'action'], cwd: into, env });
  return folder;
}

async function git(cwd: string, args: readonly string[], env: Variables): Promise<string> {
  return (await mustRun({ command: 'git', args, cwd, env })).trim();
}
