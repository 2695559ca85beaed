import { equal, match, ok } from 'node:assert/strict';
import type { Ended } from '../../__tests__/support/program.js';
import type { Place } from '../cloud/bootstrap.js';
import { AMERICA, type Cloud, EUROPE, PARTNER } from '../cloud/cloud.js';
import type { RecordedRequest } from '../cloud/front.js';
import { stackStates } from '../cloud/stacks.js';
import { outputOf } from '../command.js';

export function succeeded(ended: Ended): void {
  equal(ended.exitCode, 0, `exit code ${ended.exitCode}:\n${outputOf(ended)}`);
}

/** The stack exists in the account and Region, and is complete. */
export async function deployed({ moto }: Cloud, place: Place, stack: string): Promise<void> {
  const states = await stackStates(moto, place);
  const found = `${stack} in ${place.account}/${place.region}: ${JSON.stringify(states)}`;
  equal(states[stack], 'CREATE_COMPLETE', found);
}

const REGION_OF: Readonly<Record<string, string>> = Object.fromEntries(
  [EUROPE, AMERICA, PARTNER].map(({ account, region }) => [account, region]),
);

/** Every call but those to STS was signed with a live key of the account whose Region was called. */
export function onlyOwnAccounts(requests: readonly RecordedRequest[]): void {
  const signed = requests.filter(({ service }) => service !== 'sts');
  ok(signed.length > 0, 'nothing was called');
  for (const { service, operation, region, account = '', expired } of signed) {
    const call = `${service} ${operation} in ${region}, signed for account ${account}`;
    match(account, /^\d{12}$/, call);
    equal(REGION_OF[account], region, call);
    ok(!expired, `${call}: with an expired key`);
  }
}

/** How often an action of STS was called, whatever it answered. */
export function calls({ sts }: Cloud, action: string): number {
  return sts.requests.filter(request => request.action === action).length;
}

/** The names of all roles that STS was asked for, sorted, each once. */
export function rolesAskedFor({ sts }: Cloud): string[] {
  const names = sts.requests.flatMap(({ role }) =>
    role === undefined ? [] : [role.slice(role.lastIndexOf('/') + 1)],
  );
  return [...new Set(names)].sort();
}
