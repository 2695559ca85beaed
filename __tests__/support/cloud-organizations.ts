import { pageOf } from './cloud-pages.js';
import { Refusal } from './sts-refusal.js';

export interface Organization {
  readonly managementAccount: string;
  /** Delegated administrator. */
  readonly delegated?: string;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly state?: string }[];
}

/** AWS Organizations: `State` and no `Status`, 20 accounts a page at the most, and pages that may be empty. */
export function answerOrganizations(
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
  { managementAccount, accounts }: Organization,
): unknown {
  const shown = accounts.map(({ id, name, state = 'ACTIVE' }) => ({
    Id: id,
    Arn: `arn:aws:organizations::${managementAccount}:account/o-example/${id}`,
    Email: `${name}@example.com`,
    Name: name,
    State: state,
    JoinedMethod: 'CREATED',
    JoinedTimestamp: 1_600_000_000,
  }));
  switch (operation) {
    case 'DescribeOrganization':
      return { Organization: { Id: 'o-example', MasterAccountId: managementAccount, FeatureSet: 'ALL' } };
    case 'ListAccounts': {
      const most = Number(parameters['MaxResults'] ?? 20);
      if (most > 20) throw new Refusal('InvalidInputException', 400, 'MaxResults is 1 to 20');
      const { items, next } = pageOf(shown, parameters['NextToken'], most);
      return { Accounts: items, ...(next !== undefined && { NextToken: next }) };
    }
    case 'DescribeAccount': {
      const account = shown.find(({ Id }) => Id === parameters['AccountId']);
      if (account === undefined)
        throw new Refusal('AccountNotFoundException', 400, "You specified an account that doesn't exist.");
      return { Account: account };
    }
    default:
      throw new Refusal('UnknownOperationException', 400, operation);
  }
}
