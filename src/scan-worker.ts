import { parentPort, workerData } from 'node:worker_threads';
import { readFifo } from './scan/sources/fifo-reader.js';
import { readSharedFiles } from './scan/sources/file-threads.js';
import { readPacksInThread } from './scan/sources/packs/pack-threads.js';
import { readPacks } from './scan/sources/packs/read-packs.js';
import type { ThreadWork } from './scan/sources/worker-file.js';

// A thread of the scan: reads one named pipe to its end (sources/object-threads.ts), packs (sources/packs), or files
// (sources/sweep.ts), and tells what it found.
if (parentPort !== null) {
  const port = parentPort;
  const work: ThreadWork = workerData;
  if (work.kind === 'fifo') readFifo(work.path, message => port.postMessage(message));
  else if (work.kind === 'files') readSharedFiles(work, port);
  else readPacksInThread(port, readPacks);
}
