import type { Target } from '../credentials/target.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { AwsFiles } from './aws-files.js';
import { profileNames } from './profile-file.js';

/** A profile of the same name, wherever it stands, would shadow ours in one tool and be shadowed in another. */
export function refuseClashes(names: ReadonlySet<string>, { config, credentials }: AwsFiles): void {
  for (const file of [config, credentials]) {
    const taken = [...profileNames(file.theirs.toString('utf8'))].filter(name => names.has(name));
    if (taken.length === 0) continue;
    throw new Failure('wrong-configuration', {
      what: `${printable(file.path)} has ${taken.length === 1 ? 'a profile' : 'profiles'} named ${taken.join(', ')} already.`,
      why: 'Some AWS tools would use that profile and some the new one; nothing was written or asked for.',
      likely: 'An earlier step or an earlier job on this runner left it there.',
      write: taken.includes('default')
        ? 'Name the new profile: `aws-profile: <name>`; or remove the [default] profile.'
        : 'Remove it from the file, or give the environment another name.',
    });
  }
}

export function refuseUnrenewable(targets: readonly Target[]): void {
  const chained = targets.find(({ chain }) => chain !== undefined && chain.via === undefined);
  if (chained === undefined) return;
  throw new Failure('wrong-input', {
    what: `The credentials of ${chained.name} cannot be renewed.`,
    why: "With `role-chaining` they start from an earlier step's credentials, which end and are not handed over.",
    write:
      'Leave `refresh` out for a profile with static keys, or name the first role as `via` of an environment.',
  });
}
