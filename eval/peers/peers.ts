import type { Peer } from './peer.js';
import { kingfisher, leaks, trufflehog } from './scanners-of-histories.js';
import { detectSecrets, gitSecretsPeer, ripsecrets, secretlint } from './scanners-of-trees.js';

/** In the order of the columns. */
export const PEERS: readonly Peer[] = [
  leaks('gitleaks', 'github.com/zricethezav/gitleaks/v8', 'v8.30.1'),
  leaks('betterleaks', 'github.com/betterleaks/betterleaks', 'v1.0.0'),
  trufflehog,
  kingfisher,
  ripsecrets,
  detectSecrets,
  gitSecretsPeer,
  secretlint,
];
