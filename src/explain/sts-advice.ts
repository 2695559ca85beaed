import { printable } from '../printable.js';
import { noTagSession } from './policy-denial.js';
import { type Advice, accountOf, type RefusedCall, roleNameOf } from './refused-call.js';

/** What is said for an error code (its beginning) and a text of AWS; the first row that fits counts. */
export const STS_ADVICE: ReadonlyArray<{
  readonly code: RegExp;
  readonly text: RegExp;
  readonly advice: (call: RefusedCall) => Advice;
}> = [
  { code: /^InvalidIdentityToken/, text: /No OpenIDConnect provider/i, advice: noProvider },
  { code: /^InvalidIdentityToken/, text: /required claim/i, advice: missingClaim },
  { code: /^InvalidIdentityToken/, text: /roles claim/i, advice: rolesClaim },
  { code: /^InvalidIdentityToken/, text: /thumbprint/i, advice: thumbprint },
  { code: /^InvalidIdentityToken/, text: /audience/i, advice: wrongAudience },
  { code: /^InvalidIdentityToken/, text: /./, advice: tokenNotTaken },
  { code: /^IDPRejectedClaim/, text: /./, advice: claimRejected },
  { code: /./, text: /1 hour session limit|role chaining/i, advice: chainTooLong },
  { code: /./, text: /MaxSessionDuration/i, advice: tooLong },
  {
    code: /./,
    text: /policy ?arn.*does not exist|policy .*(?:does not exist|not found)/i,
    advice: noSuchPolicy,
  },
  { code: /^AccessDenied/, text: /sts:TagSession/, advice: noTagSession },
  { code: /^RegionDisabled/, text: /./, advice: regionDisabled },
  { code: /./, text: /not activated in this region/i, advice: regionDisabled },
  { code: /^OptInRequired|^SubscriptionRequired/, text: /./, advice: notOptedIn },
  { code: /^PackedPolicyTooLarge/, text: /./, advice: policyTooLarge },
  { code: /^MalformedPolicyDocument/, text: /./, advice: malformedPolicy },
  { code: /^ExpiredToken/, text: /./, advice: expired },
  { code: /^RequestExpired/, text: /./, advice: clockWrong },
  { code: /./, text: /Signature (?:expired|not yet current)/i, advice: clockWrong },
  { code: /^SignatureDoesNotMatch|^IncompleteSignature/, text: /./, advice: signatureWrong },
  {
    code: /^InvalidClientTokenId|^UnrecognizedClient|^InvalidAccessKeyId|^MissingAuthenticationToken/,
    text: /./,
    advice: sourceUnknown,
  },
  { code: /^InvalidAction|^UnknownOperation/, text: /./, advice: noSts },
  { code: /^ValidationError|^InvalidParameter|^LimitExceeded/, text: /./, advice: valueNotTaken },
];

function noProvider(call: RefusedCall): Advice {
  const issuer = call.claims?.issuer ?? 'https://token.actions.githubusercontent.com';
  return {
    why: `Account ${accountOf(call)} has no OIDC identity provider for ${printable(issuer)}.`,
    likely:
      'The provider was made in another account: each account that a job enters directly needs its own. Or it was made moments ago: `retry-refusals: 30s` waits for it.',
    write: `aws iam create-open-id-connect-provider --url ${printable(issuer)} --client-id-list ${printable(call.target.audience)}`,
    page: 'no-provider',
  };
}

function missingClaim(): Advice {
  return {
    why: 'The token lacks a claim that AWS wants of every token.',
    likely: "The issuer is not GitHub's own, or the subject was customised to be empty.",
    write:
      'Look at the claims above, and at the customisation of the subject (organization or repository settings, Actions, OIDC).',
  };
}

function rolesClaim(call: RefusedCall): Advice {
  return {
    why: `The token lists the roles that it may be used for, and ${call.role} is not among them.`,
    likely:
      'The claim https://aws.amazon.com/roles is set where the token is issued; it counts before the trust policy does.',
    write: `Add ${call.role} to that claim.`,
  };
}

function thumbprint(call: RefusedCall): Advice {
  const issuer = (call.claims?.issuer ?? 'token.actions.githubusercontent.com').replace(/^https:\/\//, '');
  return {
    why: `The certificate of ${printable(issuer)} is not of an authority that AWS trusts, and not one that the identity provider in account ${accountOf(call)} knows by its thumbprint.`,
    likely: 'The server has a certificate of its own authority, or a new one (GitHub Enterprise Server).',
    write: `aws iam update-open-id-connect-provider-thumbprint --thumbprint-list THUMBPRINT --open-id-connect-provider-arn arn:aws:iam::${accountOf(call)}:oidc-provider/${printable(issuer)}\nor give the server a certificate of a public authority.`,
  };
}

function wrongAudience(call: RefusedCall): Advice {
  return {
    why: `The token is for the audience ${printable(call.target.audience)}, which the identity provider in account ${accountOf(call)} does not have.`,
    likely: 'The provider was made with another client ID than the audience that is asked for.',
    write: `Add ${printable(call.target.audience)} to the client IDs of the provider, or name its client ID as \`audience\`.`,
    page: 'audience',
  };
}

function tokenNotTaken(call: RefusedCall): Advice {
  const issuer = printable(call.claims?.issuer ?? 'the issuer');
  return {
    why: `AWS did not take four tokens in a row for tokens of ${issuer}.`,
    likely: `The keys that AWS sees at ${issuer} are not those that the tokens are signed with: the issuer has changed its keys, or another server answers there.`,
    write:
      'Run the job again in some minutes. On GitHub Enterprise Server compare ISSUER/.well-known/jwks as it is seen from the internet.',
  };
}

function claimRejected(call: RefusedCall): Advice {
  return {
    why: `The issuer ${printable(call.claims?.issuer ?? '')} does not stand by a claim of the token: it is invalid, or was revoked.`,
    likely:
      'The token was used after its job ended, or the subject was customised in a way that AWS does not take.',
    write:
      'Run the job again; if it stays, look at the customisation of the subject (organization or repository settings, Actions, OIDC).',
  };
}

function chainTooLong(call: RefusedCall): Advice {
  return {
    why: `A session of ${call.target.duration} s was asked for, and AWS limits the sessions of roles that another role assumes to one hour.`,
    likely: 'The role is behind a hub role (`via`) or behind an earlier step (`role-chaining`).',
    write:
      'Ask for 1h (`duration`, `role-duration-seconds`), or let the role admit the job directly, without a role in front.',
  };
}

function tooLong(call: RefusedCall): Advice {
  return {
    why: `A session of ${call.target.duration} s was asked for.`,
    likely: "The role's maximum session duration is shorter; it is 1h unless somebody raised it.",
    write: `aws iam update-role --role-name ${roleNameOf(call)} --max-session-duration ${call.target.duration}\nor ask for less. With \`export: profiles\` credentials are renewed, and 1h is enough for a deploy of any length.`,
  };
}

function noSuchPolicy(call: RefusedCall): Advice {
  return {
    why: `Managed session policies are looked up in account ${accountOf(call)}: ${printable(call.target.managedPolicies.join(', '), 500) || 'none was sent'}.`,
    likely:
      'A name or a path is misspelt (job functions have one: policy/job-function/ViewOnlyAccess), or the policy is in another account.',
    write:
      'aws iam list-policies --query "Policies[].Arn"\nand name one of them in `managed-session-policies` (`managed-policies`).',
  };
}

function regionDisabled(call: RefusedCall): Advice {
  return {
    why: `STS is not active in ${call.target.region} for account ${accountOf(call)}.`,
    likely: 'The Region is an opt-in Region, and the account has not opted in.',
    write: 'Enable the Region in the account (AWS Account Management), or name another one.',
  };
}

function notOptedIn(call: RefusedCall): Advice {
  return {
    why: `Account ${accountOf(call)} is not signed up for what was asked in ${call.target.region}.`,
    likely: 'The account is new and not yet activated, was closed, or has not opted in to the Region.',
    write: 'Look at the account in the console (billing, AWS Regions), or name another Region.',
  };
}

function policyTooLarge(): Advice {
  return {
    why: 'The session policies and tags together are larger than what a session can carry in packed form.',
    likely: 'The inline session policy is long.',
    write:
      'Move statements into a managed policy and name it in `managed-policies` (`managed-session-policies`).',
  };
}

function malformedPolicy(): Advice {
  return {
    likely: 'The session policy is JSON, but not a policy: an element is misspelt, or it has a Principal.',
    write:
      'Check it: aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
  };
}

function expired(call: RefusedCall): Advice {
  return call.claims === undefined
    ? {
        why: 'The credentials that the chain starts from have expired.',
        likely: 'They were obtained long before this step.',
        write:
          'Obtain them in the step before this one, or name the hub role as `via` in the configuration file.',
      }
    : {
        why: 'AWS took fresh tokens of this job for expired, one after the other.',
        likely: 'The clock of the machine that issues the tokens is wrong: of a GitHub Enterprise Server.',
        write: 'Set the clock (NTP) of the machine that issues the tokens.',
      };
}

function clockWrong(): Advice {
  return {
    why: 'The request is signed with a time that AWS takes for past or future: more than five minutes from its own.',
    likely: 'The clock of the runner is wrong, as after a virtual machine was suspended.',
    write: 'Set the clock of the runner (NTP, chrony), and run the job again.',
  };
}

function signatureWrong(): Advice {
  return {
    why: 'The request does not carry the signature that AWS calculates for it.',
    likely:
      'The secret of the earlier step does not belong to its access key ID (one of the variables was changed), or a proxy changes requests on their way.',
    write: 'Obtain the credentials again in the step before this one, and let nothing between change them.',
  };
}

function sourceUnknown(call: RefusedCall): Advice {
  return {
    why: `AWS does not know the credentials that ${call.role} was asked for with.`,
    likely: `They belong to another partition than ${call.target.region}, were revoked, or are those of a stand-in (an emulator) and not of AWS.`,
    write: 'Obtain them in the step before this one, from the same partition and the same endpoint.',
  };
}

function noSts(call: RefusedCall): Advice {
  return {
    why: `${printable(call.problem.host)} does not know the action: it is an AWS service, but not STS.`,
    likely: '`sts-endpoint`, AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL names another service.',
    write: `Name STS (https://sts.${call.target.region}.amazonaws.com), or remove it.`,
  };
}

function valueNotTaken(call: RefusedCall): Advice {
  const [, parameter] = /\bat '([\w.]{1,80})'/.exec(call.problem.message) ?? [];
  const input = parameter && INPUTS[parameter.split('.')[0] ?? ''];
  return {
    why: parameter
      ? `STS does not take the value of its parameter ${parameter}.`
      : 'STS does not take one of the values that were sent.',
    likely: input ? `It comes from ${input}.` : 'It comes from an input or from the configuration file.',
    write: "Correct the value; AWS's own words above say what it has to be like.",
  };
}

/** Where the parameters of STS that can be wrong come from. */
const INPUTS: Readonly<Record<string, string>> = {
  roleArn: '`role-to-assume`, or `role` in the configuration file',
  roleSessionName: '`role-session-name` (`session-name`)',
  durationSeconds: '`role-duration-seconds` (`duration`)',
  policy: '`inline-session-policy` (`session-policy`)',
  policyArns: '`managed-session-policies` (`managed-policies`)',
  externalId: '`role-external-id`',
  tags: '`tags` in the configuration file',
  webIdentityToken: 'GitHub: it is the token',
};
