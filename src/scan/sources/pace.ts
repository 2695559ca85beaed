/** How a long scan stays answerable. */
export interface Pace {
  readonly signal?: AbortSignal;
  /** Called now and then. */
  readonly progress?: (progress: Progress) => void;
}

export interface Progress {
  readonly files: number;
  readonly objects: number;
  readonly bytes: number;
}

/** Lets timers and signals in, and tells how far the scan is. */
export async function pause({ progress }: Pace, { files, objects, bytes }: Progress): Promise<void> {
  progress?.({ files, objects, bytes });
  await new Promise(done => setImmediate(done));
}
