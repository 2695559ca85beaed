import { accessPortal } from '../aws/access-portal.js';
import { connect } from '../aws/connection.js';
import type { Variables } from '../github/job.js';
import type { OfferedAccount } from './all-accounts.js';
import type { Current } from './current-credentials.js';
import { portalToken } from './portal-token.js';
import { renewLoginCredentials } from './renew-login.js';
import { renewPortalCredentials } from './renew-portal.js';
import { withoutAnswer } from './sign-on-failures.js';
import type { PortalSession, SignOnProfile } from './sign-on-profile.js';

/**
 * Asks for new credentials of a profile: the portal, or the sign-in service. However many processes do so at the same
 * time, one asks, and the others get what it got.
 *
 * @throws Failure `refused` when the session has ended, `unreachable`
 */
export async function renewCredentials(profile: SignOnProfile, variables: Variables): Promise<Current> {
  // The SDK is bundled, so its advice for the Node.js of later versions is for nobody here.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const connection = connect(variables);
  try {
    return profile.kind === 'login'
      ? await renewLoginCredentials(profile, variables, connection)
      : await renewPortalCredentials(profile, connection);
  } finally {
    connection.close();
  }
}

/** So many accounts are asked about at the same time. */
const AT_ONCE = 4;

/**
 * Every account and permission set that the portal offers to who is signed on.
 *
 * @throws Failure `refused` when nobody is signed on; `unreachable`
 */
export async function offeredAccounts(
  session: PortalSession,
  variables: Variables,
): Promise<readonly OfferedAccount[]> {
  const connection = connect(variables);
  try {
    const token = await portalToken(session, connection);
    const portal = accessPortal(session.portal.region, connection);
    const accounts = await portal.accounts(token);
    const offered: OfferedAccount[] = [];
    for (let from = 0; from < accounts.length; from += AT_ONCE) {
      const some = accounts.slice(from, from + AT_ONCE).map(async ({ id, name }) => ({
        account: id,
        name,
        permissionSets: await portal.permissionSets(token, id),
      }));
      offered.push(...(await Promise.all(some)));
    }
    return offered;
  } catch (error) {
    throw withoutAnswer(error, session);
  } finally {
    connection.close();
  }
}
