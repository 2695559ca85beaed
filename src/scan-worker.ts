import { parentPort, workerData } from 'node:worker_threads';
import { readFifo } from './scan/sources/fifo-reader.js';
import { readSharedFiles } from './scan/sources/file-threads.js';
import { readPacks } from './scan/sources/packs/read-packs.js';

// A thread of the scan: reads one named pipe to its end (sources/history.ts), packs (sources/packs/scan-packs.ts), or
// files that it is shown the paths of (sources/sweep.ts), and tells what it found.
if (parentPort !== null) {
  const port = parentPort;
  if (typeof workerData === 'string') readFifo(workerData, message => port.postMessage(message));
  else if ('packs' in workerData) port.postMessage(reportOf(readPacks(workerData)));
  else readSharedFiles(workerData, port);
}

/** Runs to the end without a pause. */
function reportOf<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
