import { parentPort, workerData } from 'node:worker_threads';
import { readFifo } from './scan/sources/fifo-reader.js';
import { readSharedFiles } from './scan/sources/file-threads.js';

// A thread of the scan: reads one named pipe to its end (sources/history.ts), or files that it is shown the paths of
// (sources/sweep.ts), and tells what it found.
if (parentPort !== null) {
  const port = parentPort;
  if (typeof workerData === 'string') readFifo(workerData, message => port.postMessage(message));
  else readSharedFiles(workerData, port);
}
