import { connect } from '../aws/connection.js';
import { listAccounts } from '../aws/list-accounts.js';
import { accountId, type Region } from '../aws/names.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import type { FoundAccount } from '../init/first-file.js';
import { printable } from '../printable.js';

/** The accounts of the organization that are open, read with the credentials of the environment variables. */
export async function organizationAccounts(
  variables: Variables,
  region: Region,
  signal: AbortSignal,
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
    const endpoint =
      variables['AWS_ENDPOINT_URL_ORGANIZATIONS'] || variables['AWS_ENDPOINT_URL'] || undefined;
    const pair = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
    const accounts = await listAccounts(pair, region, endpoint, connection, signal);
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

function refusedBy(who: string, needs: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure(
    'refused',
    { what: `${who} did not tell its accounts: ${printable(reason, 300)}`, why: `It needs ${needs}.` },
    { cause: error },
  );
}
