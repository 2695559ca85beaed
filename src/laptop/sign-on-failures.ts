import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { loginCommand, type PortalProfile, type PortalSession, type Signing } from './sign-on-profile.js';
import type { StoredToken } from './token-file.js';

/** The SDK's errors are told by their names. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Refusals of a renewal that only a person can end (sso-oidc API reference, CreateToken). */
const REFUSALS = new Set([
  'InvalidGrantException',
  'InvalidClientException',
  'UnauthorizedClientException',
  'ExpiredTokenException',
  'AccessDeniedException',
  'InvalidRequestException',
]);

export function isRefusedToken(error: unknown): boolean {
  return REFUSALS.has(errorName(error));
}

export function neverSignedOn(profile: Signing): Failure {
  return new Failure('refused', {
    what: `Nobody is signed on for the profile ${printable(profile.name, 100)}.`,
    write: loginCommand(profile),
  });
}

/** @param refused whether a renewal was refused, or could not be tried */
export function sessionEnded(profile: PortalSession, token: StoredToken, refused: boolean): Failure {
  const { session, renewable } = profile.portal;
  const scopes =
    token.renewal === undefined && session !== undefined && !renewable
      ? `There is no refresh token: [sso-session ${session}] lacks sso_registration_scopes = sso:account:access.`
      : undefined;
  const why = refused
    ? 'The portal takes neither its token nor its refresh token any more.'
    : `It ended ${token.expiresAt.toISOString()}.`;
  return new Failure('refused', {
    what: `The session of the profile ${printable(profile.name, 100)} has ended.`,
    why: scopes === undefined ? why : `${why} ${scopes}`,
    write: loginCommand(profile),
  });
}

/** Why the portal gave no credentials. */
export function portalFailure(error: unknown, profile: PortalProfile): Failure {
  if (error instanceof Failure) return error;
  const { account, permissionSet, portal, name } = profile;
  switch (errorName(error)) {
    case 'UnauthorizedException':
      return new Failure('refused', {
        what: `The portal does not take the session of the profile ${printable(name, 100)}.`,
        why: printable(messageOf(error), 300),
        likely: `It was signed out elsewhere, or ${portal.region} is not the home Region of the portal: a token counts in that one alone.`,
        write: `${loginCommand(profile)}\n# if that does not help, the Region is wrong: sso.region in the configuration file, then\naws-temp-creds profiles --write`,
      });
    case 'ForbiddenException':
    case 'ResourceNotFoundException':
      return new Failure('refused', {
        what: `You do not have the permission set ${printable(permissionSet, 60)} in account ${account}.`,
        why: `The portal says: ${printable(messageOf(error), 300)}.`,
        likely:
          'Your group is not assigned to it there, or the assignment is new and not provisioned yet; or its name is misspelt.',
        write: `See what you have: ${printable(portal.startUrl, 200)}`,
      });
    case 'InvalidRequestException':
      return new Failure('wrong-configuration', {
        what: `The portal does not understand what the profile ${printable(name, 100)} asks for.`,
        why: printable(messageOf(error), 300),
      });
    default:
      return withoutAnswer(error, profile);
  }
}

/** Why the sign-in service renewed nothing (signin API, CreateOAuth2Token). */
export function loginFailure(error: unknown, profile: Signing): Failure {
  if (errorName(error) !== 'AccessDeniedException' && errorName(error) !== 'ValidationException')
    return withoutAnswer(error, profile);
  const reason = typeof error === 'object' && error !== null && 'error' in error ? String(error.error) : '';
  const denied = reason === 'INSUFFICIENT_PERMISSIONS';
  return new Failure('refused', {
    what: `The \`aws login\` session of the profile ${printable(profile.name, 100)} has ended.`,
    why:
      reason === 'USER_CREDENTIALS_CHANGED'
        ? 'The password was changed since.'
        : `The sign-in service says: ${printable(`${reason} ${messageOf(error)}`.trim(), 300)}.`,
    ...(denied && {
      likely: 'The user lacks signin:CreateOAuth2Token (policy SignInLocalDevelopmentAccess).',
    }),
    write: loginCommand(profile),
  });
}

export function withoutAnswer(error: unknown, profile: Signing): Failure {
  if (error instanceof Failure) return error;
  const where =
    profile.kind === 'login' ? 'The sign-in service' : `The access portal in ${profile.portal.region}`;
  return new Failure(
    'unreachable',
    {
      what: `${where} gave no usable answer for the profile ${printable(profile.name, 100)}.`,
      why: printable(`${errorName(error)}: ${messageOf(error)}`, 300),
      likely:
        'There is no way to it: the network, a VPN, a proxy (HTTPS_PROXY) or its certificate (AWS_CA_BUNDLE).',
    },
    { cause: error },
  );
}

export function endedAlready(expiration: Date): Failure {
  return new Failure('unreachable', {
    what: 'The portal gave credentials that have ended already.',
    why: `They end ${expiration.toISOString()}, and this machine's clock says ${new Date().toISOString()}.`,
    likely: 'The clock of this machine is wrong.',
  });
}

export function unwritable(profile: Signing): Failure {
  return new Failure('unreachable', {
    what: `The session of the profile ${printable(profile.name, 100)} cannot be renewed: its lock cannot be had.`,
    why: 'Two processes that renew at the same time can lose the session, so nothing was asked for.',
    likely: 'The folder ~/.aws cannot be written, or another call waits for an answer.',
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
