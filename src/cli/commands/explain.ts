import { accountId, parseRoleArn } from '../../aws/names.js';
import { diagnose, type Facts } from '../../explain/diagnosis.js';
import { explanationJson, explanationText, type Told } from '../../explain/explanation.js';
import { type GivenPolicy, givenPolicy } from '../../explain/given-policy.js';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';
import type { TokenPayload, WebIdentityRequest } from '../../trust/request.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';
import { readGiven } from '../given-file.js';
import { payloadsOf } from './explain-claims.js';
import { runDenial } from './explain-denial.js';

export const explainCommand: Command = {
  name: 'explain',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Says why a role refuses a job ("Not authorized to perform
sts:AssumeRoleWithWebIdentity"): compares what the job's token says with the
role's trust policy as AWS does, condition by condition, names the cause and the
line to change, and writes the statement that admits exactly this job. Nothing
is sent anywhere, unless a role or a subject has to be looked up.

The token's claims come from a file, from --claim, or, in a job, from the
runner's variables. GitHub has two forms of the subject, with names and with IDs;
where it is not known which one the token has, both are judged.`,
  options: [
    { name: 'claims', value: 'FILE', says: "the token's payload as JSON, or the token; - is standard input" },
    {
      name: 'claim',
      value: 'KEY=VALUE',
      many: true,
      says: 'one claim (repository, ref, environment, event_name, repository_id, repository_owner_id, sub, iss, aud, …); the rest is made of them as GitHub does',
    },
    {
      name: 'trust-policy',
      value: 'FILE',
      says: 'the trust policy, or what `aws iam get-role` prints; - is standard input',
    },
    {
      name: 'role',
      value: 'ARN',
      says: 'the role; without --trust-policy its policy is read with the AWS credentials of the environment',
    },
    { name: 'account', value: 'ID', says: "the role's account, where no ARN is given" },
    { name: 'session-name', value: 'NAME', says: 'role session name, for policies that ask for it' },
    {
      name: 'both-forms',
      says: 'let the statement admit both forms of the subject, for a repository that changes over',
    },
    {
      name: 'github-token',
      value: 'VARIABLE',
      says: 'environment variable with a GitHub token, to ask which form of the subject the repository has',
    },
    {
      name: 'authorization-id',
      value: 'ID',
      says: 'instead: why a request was denied after a role was entered; the ID, or the message that ends with it',
    },
    { name: 'region', value: 'REGION', says: 'Region of that request' },
    { name: 'json', says: 'print the verdict as JSON' },
  ],
  examples: [
    [
      'aws-temp-creds explain --claim repository=acme/shop --claim environment=production --trust-policy trust.json',
      'would this job get in?',
    ],
    [
      'aws-temp-creds explain --claims payload.json --role arn:aws:iam::111111111111:role/deploy',
      'the policy is read from AWS',
    ],
    [
      'aws iam get-role --role-name deploy | aws-temp-creds explain --claims payload.json --trust-policy -',
      'the same, by way of the AWS CLI',
    ],
    ['aws-temp-creds explain --authorization-id ID --region eu-west-1', 'what did the deploy lack?'],
  ],
  more: `A deploy that was denied after it had entered the role: the message ends with an
authorization ID, for which AWS keeps which policy said no, for a day. It is read
with the AWS credentials of the environment.

Exit codes:
  0  admitted
  1  refused
  2  it depends on what only AWS knows, or wrong use`,
  run: runExplain,
};

async function runExplain(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (given.has('authorization-id')) return runDenial(given, terminal);
  if (given.value('claims') === '-' && given.value('trust-policy') === '-')
    throw new Failure('wrong-input', {
      what: 'Standard input can be the claims or the trust policy, not both.',
    });
  const { payloads, notes } = await payloadsOf(given, terminal);
  const policy = await policyOf(given, terminal);
  const place = placeOf(given, policy);
  const facts = payloads.map(payload => ({
    request: { payload, ...place },
    policy: policy?.policy,
    fork: false,
    bothForms: given.has('both-forms'),
    refused: false,
  }));
  const told = tell(facts, [...notes, ...notesOn(payloads)]);
  terminal.print(
    given.has('json') ? `${JSON.stringify(explanationJson(told), undefined, 2)}\n` : explanationText(told),
  );
  return told.allowed === null ? EXIT.wrong : told.allowed ? EXIT.clean : EXIT.found;
}

/** Where the form of the subject is not known, both have to agree. */
function tell(facts: readonly Facts[], notes: readonly string[]): Told {
  const all = facts.map(diagnose);
  const answers = all.map(({ verdict }) => verdict?.allowed ?? null);
  const [first] = answers;
  const agree = answers.every(answer => answer === first);
  const shown = all.find(({ verdict }) => verdict?.allowed !== true) ?? all[0];
  if (shown === undefined) throw new Error('there is one token at the least');
  const { verdict } = shown;
  if (verdict === undefined)
    return {
      ...shown,
      allowed: null,
      why: 'without a trust policy there is nothing to judge (--trust-policy FILE, or --role ARN).',
      notes,
    };
  if (agree) return { ...shown, allowed: verdict.allowed, why: verdict.why, notes };
  const forms = all.map(
    ({ verdict: one }, index) =>
      `${String(facts[index]?.request.payload.get('sub'))} is ${one?.allowed === true ? 'admitted' : 'not admitted'}`,
  );
  return {
    ...shown,
    allowed: null,
    why: `it depends on the form of the subject. ${printable(forms.join(', '), 800)}. GitHub says which one a repository has: --github-token VARIABLE, or a token's own claims.`,
    notes,
  };
}

async function policyOf(given: Arguments, terminal: Terminal): Promise<GivenPolicy | undefined> {
  const file = given.value('trust-policy');
  if (file !== undefined)
    return givenPolicy(
      await readGiven(file, terminal, '--trust-policy'),
      file === '-' ? 'Standard input' : printable(file, 300),
    );
  const role = given.value('role');
  if (role === undefined) return undefined;
  const { lookUpRole } = await import(/* bundle: look-up */ '../../stories/look-up.js');
  return lookUpRole(role, terminal.variables, terminal.signal);
}

function placeOf(given: Arguments, policy: GivenPolicy | undefined): Omit<WebIdentityRequest, 'payload'> {
  const named = given.value('role');
  const parts = parseRoleArn(named ?? policy?.role ?? '');
  if (named !== undefined && parts === undefined)
    throw new Failure('wrong-input', {
      what: `--role ${printable(named, 200)} is not the ARN of a role.`,
      write: '--role arn:aws:iam::111111111111:role/NAME',
    });
  const account = given.value('account');
  if (account !== undefined && accountId(account) === undefined)
    throw new Failure('wrong-input', {
      what: `--account ${printable(account, 100)} is not an account ID of 12 digits.`,
    });
  if (account !== undefined && parts !== undefined && parts.account !== account)
    throw new Failure('wrong-input', { what: `--account ${account} is not the account of ${parts.arn}.` });
  return {
    account: parts?.account ?? account,
    partition: parts?.partition,
    role: parts?.arn,
    sessionName: given.value('session-name'),
  };
}

/** What AWS does with such tokens before it looks at any trust policy. */
function notesOn(payloads: readonly TokenPayload[]): readonly string[] {
  const [payload = new Map<string, unknown>()] = payloads;
  const missing = ['iss', 'sub', 'aud'].filter(claim => !payload.has(claim));
  const subject = payload.get('sub');
  return [
    ...(missing.length > 0
      ? [
          `The claims have no ${missing.join(' and no ')}. AWS refuses a token without before it looks at the trust policy.`,
        ]
      : []),
    ...(typeof subject === 'string' && subject.length > 255
      ? ['The subject has more than 255 characters, which is the most that STS documents.']
      : []),
  ];
}
