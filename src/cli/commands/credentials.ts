import { Failure } from '../../failure.js';
import { parseConfigFile } from '../../laptop/config-file.js';
import {
  type CredentialFormat,
  FORMATS,
  formatCredentials,
  isHarmless,
} from '../../laptop/credential-formats.js';
import { currentCredentials } from '../../laptop/current-credentials.js';
import { readHomeFiles } from '../../laptop/home-files.js';
import { signOnProfile } from '../../laptop/sign-on-profile.js';
import { printable } from '../../printable.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';

export const credentialsCommand: Command = {
  name: 'credentials',
  operands: '[PROFILE] [OPTIONS]',
  mostOperands: 1,
  about: `Prints temporary credentials of a profile that signs on through the access
portal (sso_session, sso_start_url) or \`aws login\` (login_session), for tools
that know neither. The session is renewed when that is needed and possible;
however many processes ask at once, one renews and all get the result.

The credentials come from the AWS CLI's own cache while they last, and new ones
go there: nothing is kept anywhere else. Without PROFILE it is that of
AWS_PROFILE, or default.`,
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      says: `${FORMATS.join(', ')}; process (the default) is what credential_process takes, env is NAME=VALUE lines`,
    },
    { name: 'aws-config', value: 'FILE', says: 'read profiles from FILE instead of ~/.aws/config' },
    { name: 'json', says: 'the same as --format json' },
  ],
  examples: [
    [
      'credential_process = aws-temp-creds credentials dev',
      'in ~/.aws/config (`profiles --process` writes it)',
    ],
    ['eval "$(aws-temp-creds credentials dev --format bash)"', 'for this shell alone'],
    ['aws-temp-creds credentials dev --format fish | source', 'the same in fish'],
    ['aws-temp-creds credentials dev --format pwsh | Invoke-Expression', 'the same in PowerShell'],
    ['docker run --env-file <(aws-temp-creds credentials dev --format env) …', 'for a container'],
  ],
  more: `Exit codes:
  0  credentials
  1  the session has ended, or the permission set is not yours: what to run
     stands on standard error
  2  wrong use, no such profile, or no answer from AWS`,
  run: runCredentials,
};

async function runCredentials(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { variables } = terminal;
  const format = formatOf(given);
  const named = given.value('aws-config');
  const files = readHomeFiles(named === undefined ? variables : { ...variables, AWS_CONFIG_FILE: named });
  const name =
    given.operands[0] ?? (variables['AWS_PROFILE'] || variables['AWS_DEFAULT_PROFILE'] || 'default');
  const sections = parseConfigFile(files.config.text ?? '');
  const profile = signOnProfile(sections, name, files.config.path);
  const { stored, warning } = await currentCredentials(
    profile,
    variables,
    () => import(/* bundle: sign-on */ '../../laptop/renew.js'),
  );
  if (warning !== undefined) terminal.say(`aws-temp-creds: ${warning}\n`);
  const { region } = profile;
  if (!['process', 'json'].includes(format) && !isHarmless(stored, region)) {
    throw new Failure('unreachable', {
      what: 'The credentials hold characters that a shell would take for its own.',
      why: 'AWS gives none of them; the answer, the cache or the Region of the profile did not come from AWS.',
    });
  }
  terminal.print(formatCredentials(stored, region, format));
  return EXIT.clean;
}

function formatOf(given: Arguments): CredentialFormat {
  const wanted = given.value('format') ?? (given.has('json') ? 'json' : 'process');
  const found = FORMATS.find(format => format === wanted);
  if (found !== undefined && (!given.has('json') || found === 'json')) return found;
  throw new Failure('wrong-input', {
    what:
      found === undefined
        ? `There is no format ${printable(wanted, 80)}.`
        : '--json and another --format exclude each other.',
    write: `--format ${FORMATS.join('|')}`,
  });
}
