import { parentPort, workerData } from 'node:worker_threads';
import { type FifoWork, readFifo } from './scan/sources/fifo-reader.js';
import { type FilesWork, readSharedFiles } from './scan/sources/file-threads.js';
import { type PacksWork, readPacksInThread } from './scan/sources/packs/pack-threads.js';
import { readPacks } from './scan/sources/packs/read-packs.js';

// A thread of the scan: reads one named pipe to its end (sources/object-threads.ts), packs (sources/packs), or files
// (sources/sweep.ts), and tells what it found.
if (parentPort !== null) {
  const port = parentPort;
  const work: FifoWork | FilesWork | PacksWork = workerData;
  if (work.kind === 'fifo') readFifo(work.path, message => port.postMessage(message));
  else if (work.kind === 'files') readSharedFiles(work, port);
  else readPacksInThread(port, readPacks);
}
