/** What few scans need: ends of ranges, fetching, the allow list of another commit. A bundle of its own. */
export { wholeClone } from './clone-advice.js';
export { obtainRange } from './obtain-range.js';
export { beforeJudge } from './read-at-revision.js';
