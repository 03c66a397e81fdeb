import { AccountDetailDocument, AccountsDocument, type AccountDetailQuery } from '@chi-tieu/shared/generated/graphql';
import { account } from '../../../app/session.ts';

export type AccountDetail = NonNullable<AccountDetailQuery['account']>;
export type DetailedGrant = AccountDetail['grants'][number];

/** What is asked again after an account was changed. */
export const REFRESHED = {
  refetchQueries: [AccountDetailDocument, AccountsDocument],
  awaitRefetchQueries: true,
  fetchPolicy: 'no-cache' as const,
};

/** Whether it is the account of who is looking. */
export function isOwn({ id }: { id: string }): boolean {
  return account.value?.id === id;
}
