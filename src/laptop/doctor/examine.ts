import type { Ailment, Level } from './finding.js';
import { keyAilments, shadows } from './keys.js';
import type { Machine } from './machine.js';
import { profileAilments } from './profiles.js';
import { damagedBlocks, surroundingAilments } from './surroundings.js';

const ORDER: readonly Level[] = ['error', 'warning', 'notice'];

/** Everything that is wrong with a machine, worst first. */
export function examine(machine: Machine): readonly Ailment[] {
  const damaged = damagedBlocks(machine);
  // What reads our blocks has nothing to go by where their marks are damaged.
  const found =
    damaged.length > 0
      ? [...damaged, ...profileAilments(machine)]
      : [
          ...keyAilments(machine),
          ...shadows(machine),
          ...profileAilments(machine),
          ...surroundingAilments(machine),
        ];
  return worstFirst(found);
}

export function worstFirst(ailments: readonly Ailment[]): readonly Ailment[] {
  return [...ailments].sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}

/** Whether a level counts when `least` is the least that does. */
export function counts(level: Level, least: Level): boolean {
  return ORDER.indexOf(level) <= ORDER.indexOf(least);
}
