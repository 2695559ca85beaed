import type { Row } from './command.js';

/**
 * The commands, each loaded only when it is called. Only `scan` stands in the bundle that starts, since hooks call it
 * with each commit; every other one is a bundle of its own: `import(/* bundle: NAME *\/ './commands/NAME.js')`.
 */
export const COMMANDS: readonly Row[] = [
  {
    name: 'scan',
    group: 'Find keys',
    says: 'find static AWS keys in a repository, in files, or in standard input',
    load: async () => (await import(/* webpackMode: "eager" */ './commands/scan.js')).scanCommand,
  },
  {
    name: 'explain',
    group: 'Set up AWS',
    says: 'why a role refuses a job: what its token says against what the trust policy wants',
    load: async () => (await import(/* bundle: explain */ './commands/explain.js')).explainCommand,
  },
  {
    name: 'init',
    group: 'Set up AWS',
    says: 'the configuration file for a team that has none',
    load: async () => (await import(/* bundle: init */ './commands/init.js')).initCommand,
  },
  {
    name: 'migrate',
    group: 'Set up AWS',
    says: 'workflows that hand out stored keys, rewritten to roles',
    load: async () => (await import(/* bundle: migrate */ './commands/migrate.js')).migrateCommand,
  },
  {
    name: 'template roles',
    group: 'Set up AWS',
    says: 'the roles that jobs enter, as CloudFormation or Terraform',
    load: async () => (await import(/* bundle: template */ './commands/template.js')).templateRolesCommand,
  },
  {
    name: 'template people',
    group: 'Set up AWS',
    says: 'permission sets, groups and assignments of IAM Identity Center',
    load: async () => (await import(/* bundle: template */ './commands/template.js')).templatePeopleCommand,
  },
  {
    name: 'template audit',
    group: 'Set up AWS',
    says: 'the roles that the audit reads with',
    load: async () => (await import(/* bundle: template */ './commands/template.js')).templateAuditCommand,
  },
  {
    name: 'audit',
    group: 'Keep watch',
    says: 'compare accounts, people and roles with the file; find the static keys left',
    load: async () => (await import(/* bundle: audit-command */ './commands/audit.js')).auditCommand,
  },
  {
    name: 'profiles',
    group: 'On a laptop',
    says: 'a sign-on profile in ~/.aws/config for each environment of the configuration file',
    load: async () => (await import(/* bundle: profiles */ './commands/profiles.js')).profilesCommand,
  },
  {
    name: 'credentials',
    group: 'On a laptop',
    says: 'temporary credentials of a sign-on profile, for tools that cannot sign on',
    load: async () =>
      (await import(/* bundle: credentials */ './commands/credentials.js')).credentialsCommand,
  },
  {
    name: 'exec',
    group: 'On a laptop',
    says: "run one command with an environment's credentials, in a job too",
    load: async () => (await import(/* bundle: exec */ './commands/exec.js')).execCommand,
  },
  {
    name: 'sync',
    group: 'On a laptop',
    says: 'copies of temporary keys in ~/.aws/credentials, for tools that know only keys',
    load: async () => (await import(/* bundle: sync */ './commands/sync.js')).syncCommand,
  },
  {
    name: 'doctor',
    group: 'On a laptop',
    says: "what is wrong with this machine's AWS set-up, and the way out",
    load: async () => (await import(/* bundle: doctor */ './commands/doctor.js')).doctorCommand,
  },
];

/** The command that a command line names, and what is left of the line; undefined when it names none. */
export function commandNamed(
  words: readonly string[],
  rows: readonly Row[],
): { readonly row: Row; readonly rest: readonly string[] } | undefined {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ');
    const row = words.length >= count ? rows.find(candidate => candidate.name === name) : undefined;
    if (row !== undefined) return { row, rest: words.slice(count) };
  }
  return undefined;
}

/** The commands that begin with a word: those of `template`. */
export function familyOf(word: string, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ name }) => name.startsWith(`${word} `));
}
