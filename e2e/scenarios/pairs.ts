import { ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withServices } from '../../__tests__/support/services.js';
import { addRoles, type Pair, playPair } from '../pairs/play.js';
import { KINDS } from '../pairs/table.js';
import { atMost, type Scenario, type Stage, textOf } from '../scenario.js';

const EUROPE = 'eu-west-1';
const AMERICA = 'us-east-1';

/** Steps that hand over a Region; for the others it makes no difference which. */
const WITH_REGION = KINDS.filter(kind => kind !== 'none' && kind !== 'unset');

export const pairScenarios: readonly Scenario[] = [
  {
    name: 'pairs',
    promise:
      'whatever two steps of a job are, three tools get what docs/several-steps.md says (E2E_PEER: folder of the peer)',
    parts: ['npm', 'python'],
    play: pairs,
  },
];

/** The peer is the action of aws-actions, unpacked into the folder that E2E_PEER names; without it its steps are left out. */
async function pairs(stage: Stage): Promise<void> {
  const peer = process.env['E2E_PEER'];
  if (peer) ok(existsSync(join(peer, 'dist/index.js')), `E2E_PEER names no action: ${peer}`);
  else console.log('left out  pairs with the peer, whose folder E2E_PEER would name');
  const only = process.env['E2E_PAIRS']?.split(' then ');
  await withServices({}, async services => {
    addRoles(services);
    const chosen = allPairs().filter(
      ({ first, second }) =>
        (peer || ![first, second].some(kind => kind.startsWith('peer'))) &&
        (only === undefined || (only[0] === first && only[1] === second)),
    );
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

function allPairs(): readonly Pair[] {
  const different = KINDS.flatMap(first =>
    KINDS.map(second => ({ first, second, regions: { 1: EUROPE, 2: AMERICA } as const })),
  );
  const same = WITH_REGION.flatMap(first =>
    WITH_REGION.map(second => ({ first, second, regions: { 1: EUROPE, 2: EUROPE } as const })),
  );
  return [...different, ...same];
}
