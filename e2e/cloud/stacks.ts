import type { Place } from './bootstrap.js';
import { callQuery, type Moto } from './moto.js';

/** Status by name of the stacks that exist in an account and Region. */
export async function stackStates(moto: Moto, place: Place): Promise<Record<string, string>> {
  const text = await callQuery(moto, { ...place, service: 'cloudformation' }, { Action: 'DescribeStacks' });
  const members = text.split('<StackName>').slice(1);
  return Object.fromEntries(
    members.map(member => [
      member.slice(0, member.indexOf('<')),
      /<StackStatus>(\w+)</.exec(member)?.[1] ?? 'unknown',
    ]),
  );
}
