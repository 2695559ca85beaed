import { accessPortal } from '../aws/access-portal.js';
import { connect } from '../aws/connection.js';
import { accountId, type Region } from '../aws/names.js';
import { organizations } from '../aws/organizations.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import type { FoundAccount, FoundPortal } from '../init/first-file.js';
import { portalToken } from '../laptop/portal-token.js';
import { printable } from '../printable.js';

/** The accounts of the organization that are open, read with the credentials of the environment variables. */
export async function organizationAccounts(
  variables: Variables,
  region: Region,
): Promise<readonly FoundAccount[]> {
  const accessKeyId = variables['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) {
    throw new Failure('wrong-input', {
      what: '--from organization needs credentials in the environment variables.',
      why: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set; no other place is looked at.',
      write: 'eval "$(aws configure export-credentials --profile management --format env)"',
    });
  }
  const sessionToken = variables['AWS_SESSION_TOKEN'] || undefined;
  const connection = connect(variables);
  try {
    const reader = organizations({
      credentials: { accessKeyId, secretAccessKey, sessionToken },
      region,
      connection,
      variables,
      pace: undefined,
    });
    const accounts = await reader.accounts();
    return accounts.flatMap(({ id, name, state }): FoundAccount[] => {
      const account = accountId(id);
      if (account === undefined || (state !== undefined && state !== 'ACTIVE')) return [];
      return [{ called: name ?? id, account, region: undefined, permissionSet: undefined }];
    });
  } catch (error) {
    throw refusedBy('AWS Organizations', 'organizations:ListAccounts, in the management account', error);
  } finally {
    connection.close();
  }
}

/** The accounts that the access portal offers to the person who is signed on. */
export async function portalAccounts(
  portal: FoundPortal,
  variables: Variables,
): Promise<readonly FoundAccount[]> {
  const connection = connect(variables);
  const { startUrl, region, session } = portal;
  try {
    const access = accessPortal(region, connection);
    const token = await portalToken(
      { kind: 'portal', name: session ?? startUrl, portal: { startUrl, region, session, renewable: true } },
      connection,
    );
    const accounts = await access.accounts(token);
    return accounts.map(({ id, name }) => ({
      called: name === '' ? id : name,
      account: id,
      region: undefined,
      permissionSet: undefined,
    }));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refusedBy('The access portal', 'a session that has not ended: aws sso login', error);
  } finally {
    connection.close();
  }
}

function refusedBy(who: string, needs: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure(
    'refused',
    { what: `${who} did not tell its accounts: ${printable(reason, 300)}`, why: `It needs ${needs}.` },
    { cause: error },
  );
}
