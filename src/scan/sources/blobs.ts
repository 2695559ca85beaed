import type { Inspection } from '../inspection.js';
import type { GitPlace } from './git.js';
import { inspectFile } from './inspect-file.js';
import { linesOf, readObjects } from './objects.js';
import { MISSING, TOO_LARGE } from './unread.js';

export interface NamedBlob {
  readonly id: string;
  /** With `/`. */
  readonly path: string;
  /** The commit that brought it there, where known. */
  readonly commit?: string;
}

/** Scans blobs of the index or of a commit's tree, each known by its path. */
export async function readBlobs(
  git: GitPlace,
  blobs: readonly NamedBlob[],
  inspection: Inspection,
  kind: 'file' | 'commit',
): Promise<void> {
  if (blobs.length === 0) return;
  let next = 0;
  const current = () => blobs[next]?.path ?? '';
  const place = (blob: string) => {
    const commit = blobs[next]?.commit;
    return { kind, path: current(), blob, ...(commit !== undefined && { commit }) } as const;
  };
  const failure = await readObjects(git, linesOf(blobs.map(({ id }) => id)), {
    content: ({ id }, bytes, start, end, window) =>
      inspectFile(inspection, bytes, start, end, window, place(id)),
    done: ({ size }) => {
      inspection.files += 1;
      inspection.objects += 1;
      inspection.bytes += size;
      next += 1;
    },
    tooLarge: () => inspection.unread.add(current(), TOO_LARGE, 'unopened'),
    missing: () => {
      inspection.unread.add(current(), MISSING, true);
      next += 1;
    },
  });
  if (failure !== undefined)
    inspection.unread.add(
      `${blobs.length - next} files`,
      `git could not read them: ${failure.stderr.trim()}`,
      true,
    );
}
