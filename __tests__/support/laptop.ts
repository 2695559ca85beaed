import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { leaksInText, secretsOf } from './leaks.js';
import { bareEnvironment, bundlePath, type Ended, nodePath, runProgram, type Variables } from './program.js';
import { removeFolder, scratchFolder } from './scratch.js';

/** Two environments with people, one of them with two permission sets, and one without. */
export const TEAM = `sso:
  start-url: https://acme.awsapps.com/start
  region: us-east-1
environments:
  dev:
    account: "111111111111"
    region: eu-west-1
    role: github-deploy
    permission-set: PowerUser
    people: [{ permission-set: ReadOnly }]
  prod:
    account: "022222222222"
    region: eu-central-1
    role: github-deploy
    permission-set: ReadOnly
  build: { account: "333333333333", region: eu-west-1, role: github-deploy }
`;

export interface LaptopOptions {
  readonly env?: Variables;
  readonly cwd?: string;
  readonly stdin?: string;
  readonly milliseconds?: number;
}

/** A person's home folder with a repository in it; both are real, and removed with `remove`. */
export interface Laptop {
  readonly home: string;
  readonly repository: string;
  /** Values that must be on no standard error; add what a test makes. */
  readonly secrets: string[];
  path(name: string): string;
  /** Writes a file below the home folder. */
  put(name: string, content: string | Uint8Array, mode?: number): Promise<void>;
  /** A file below the home folder; undefined: there is none. */
  read(name: string): Promise<string | undefined>;
  environment(env?: Variables): Variables;
  /** Runs the committed command in the repository. @throws when a secret stands on standard error */
  run(args: readonly string[], options?: LaptopOptions): Promise<Ended>;
  remove(): Promise<void>;
}

export async function laptop(configuration: string | null = TEAM): Promise<Laptop> {
  const folder = await scratchFolder('laptop');
  const home = join(folder, 'home');
  const repository = join(folder, 'home', 'work', 'shop');
  const secrets: string[] = [];
  const made: Laptop = {
    home,
    repository,
    secrets,
    path: name => join(home, name),
    put: async (name, content, mode = 0o600) => {
      await mkdir(dirname(join(home, name)), { recursive: true });
      await writeFile(join(home, name), content, { mode });
    },
    read: name => readFile(join(home, name), 'utf8').catch(() => undefined),
    environment: env => ({
      ...bareEnvironment(),
      HOME: home,
      USERPROFILE: home,
      TMPDIR: folder,
      TEMP: folder,
      ...env,
    }),
    run: async (args, options = {}) => {
      const { env, cwd = repository, ...rest } = options;
      const ended = await runProgram({
        ...rest,
        command: nodePath('20'),
        args: [bundlePath('cli'), ...args],
        env: made.environment(env),
        cwd,
      });
      const leaks = leaksInText('standard error', ended.stderr, secretsOf({}, secrets));
      if (leaks.length > 0) throw new Error(`secrets leaked:\n${leaks.join('\n')}`);
      return ended;
    },
    remove: () => removeFolder(folder),
  };
  await mkdir(join(repository, '.git'), { recursive: true });
  await writeFile(join(repository, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  if (configuration !== null) await made.put('work/shop/.github/aws-temp-creds.yml', configuration);
  return made;
}
