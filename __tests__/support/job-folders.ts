import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of a job on a runner. */
export interface JobFolders {
  readonly workspace: string;
  /** RUNNER_TEMP */
  readonly temp: string;
  readonly home: string;
  /** What programs use for temporary files of their own. */
  readonly scratch: string;
  readonly eventFile: string;
}

/** The runner's own folders below RUNNER_TEMP. */
export const COMMAND_FILES = '_runner_file_commands';
export const WORKFLOW_FILES = '_github_workflow';

/** Makes a job's folders below `root`, but for those given. */
export async function makeFolders(root: string, { workspace, home }: GivenFolders): Promise<JobFolders> {
  const temp = join(root, '_temp');
  const folders = {
    temp,
    workspace: workspace ?? join(root, 'work'),
    home: home ?? join(root, 'home'),
    scratch: join(root, 'tmp'),
    eventFile: join(temp, WORKFLOW_FILES, 'event.json'),
  };
  await Promise.all(
    [folders.workspace, folders.home, folders.scratch, join(temp, WORKFLOW_FILES)].map(folder =>
      mkdir(folder, { recursive: true }),
    ),
  );
  return folders;
}

interface GivenFolders {
  readonly workspace?: string;
  readonly home?: string;
}
