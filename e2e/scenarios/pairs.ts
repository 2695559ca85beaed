import { ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withServices } from '../../__tests__/support/services.js';
import { addRoles, type Pair, playPair } from '../pairs/play.js';
import { KINDS, type Kind } from '../pairs/table.js';
import { atMost, type Scenario, type Stage, textOf } from '../scenario.js';

const EUROPE = 'eu-west-1';
const AMERICA = 'us-east-1';

/** For the others it makes no difference which. */
const handsOverRegion = (kind: Kind) => kind !== 'none' && kind !== 'unset';

export const pairScenarios: readonly Scenario[] = [
  {
    name: 'pairs',
    promise:
      'whatever two steps of a job are, three tools get what docs/several-steps.md says (a sample; with --full all; E2E_PEER: folder of the peer)',
    parts: ['npm', 'python'],
    play: pairs,
  },
];

/**
 * Without a seed all pairs; with one, a sample that has every kind once as first and once as second step.
 * `E2E_PAIRS`, as in `env then profiles`, chooses one pair.
 * The peer is the action of aws-actions, unpacked into the folder that E2E_PEER names; without it its
 * steps are left out.
 */
async function pairs(stage: Stage): Promise<void> {
  const peer = process.env['E2E_PEER'];
  if (peer) ok(existsSync(join(peer, 'dist/index.js')), `E2E_PEER names no action: ${peer}`);
  else console.log('left out  pairs with the peer, whose folder E2E_PEER would name');
  const only = process.env['E2E_PAIRS']?.split(' then ');
  await withServices({}, async services => {
    addRoles(services);
    const kinds = KINDS.filter(kind => peer || !kind.startsWith('peer'));
    const all = allPairs(kinds);
    const chosen =
      only === undefined
        ? sample(all, kinds, stage.seed)
        : all.filter(({ first, second }) => only[0] === first && only[1] === second);
    ok(chosen.length > 0, `E2E_PAIRS names no pair: ${only?.join(' then ')}`);
    const faults = await atMost(3, chosen, async pair => {
      try {
        await playPair(pair, { stage, services, peer });
        return '';
      } catch (error) {
        return textOf(error);
      }
    });
    const wrong = faults.filter(fault => fault !== '');
    ok(wrong.length === 0, `${wrong.length} of ${chosen.length} pairs:\n\n${wrong.join('\n\n')}`);
  });
}

function allPairs(kinds: readonly Kind[]): readonly Pair[] {
  const different = kinds.flatMap(first =>
    kinds.map(second => ({ first, second, regions: { 1: EUROPE, 2: AMERICA } as const })),
  );
  const withRegion = kinds.filter(handsOverRegion);
  const same = withRegion.flatMap(first =>
    withRegion.map(second => ({ first, second, regions: { 1: EUROPE, 2: EUROPE } as const })),
  );
  return [...different, ...same];
}

/** One of as many samples as there are kinds, which together are all pairs. */
function sample(pairs: readonly Pair[], kinds: readonly Kind[], seed: number | undefined): readonly Pair[] {
  if (seed === undefined) return pairs;
  const distance = seed % kinds.length;
  return pairs.filter(
    ({ first, second }) => kinds[(kinds.indexOf(first) + distance) % kinds.length] === second,
  );
}
