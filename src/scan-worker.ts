import { parentPort, workerData } from 'node:worker_threads';
import { readFifo } from './scan/sources/fifo-reader.js';

// A thread of the scan: reads one named pipe to its end and tells what it found (see sources/history.ts).
if (parentPort !== null && typeof workerData === 'string') {
  const port = parentPort;
  readFifo(workerData, message => port.postMessage(message));
}
