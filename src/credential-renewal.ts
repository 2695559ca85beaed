export { assumeAgain } from './credentials/process-exchange.js';
