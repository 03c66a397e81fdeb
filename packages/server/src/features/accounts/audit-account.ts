import type { Actor, AuditEvent } from '../../app/audit/event.ts';
import { recordEvent } from '../../app/audit/record.ts';
import type { DataSource } from 'typeorm';
import type { Writer } from '../../app/database.ts';
import { accountsById } from './accounts.queries.ts';
import type { GrantRow } from './grants.queries.ts';
import type { TokenRow } from './tokens.queries.ts';

type Change = Pick<AuditEvent, 'what' | 'before' | 'after'>;

/** Says what is done to an account, to who reaches its home. Names of people are left out: they are looked up by the id. */
export function auditAccount(tx: Writer, account: { id: number; unitId: number | null }, change: Change): void {
  tx.audit({ about: { kind: 'ACCOUNT', id: account.id }, unitId: account.unitId, ...change });
}

/** The same of one's own account. */
export async function auditOwn(
  tx: Writer,
  id: number,
  change: Change & Partial<Pick<AuditEvent, 'about'>>,
): Promise<void> {
  const [account] = await accountsById(tx, [id]);
  tx.audit({ about: { kind: 'ACCOUNT', id }, unitId: account?.unitId ?? null, ...change });
}

/** Says what is done to a grant, to who reaches its unit. */
export function auditGrant(tx: Writer, what: AuditEvent['what'], grant: GrantRow): void {
  const { id, unitId, accountId: account, role, from, to, delegatedFrom, source } = grant;
  const facts = {
    account,
    role,
    from,
    to,
    ...(delegatedFrom !== null && { delegatedFrom }),
    ...(source === 'OIDC' && { by: source }),
  };
  const change = what === 'GRANT_REVOKED' ? { before: facts } : { after: facts };
  tx.audit({ what, about: { kind: 'GRANT', id }, unitId, ...change });
}

/** Says what is done to a token, to who reaches its unit. */
export function auditToken(tx: Writer, token: Pick<TokenRow, 'id' | 'unitId'>, change: Change): void {
  tx.audit({ about: { kind: 'TOKEN', id: token.id }, unitId: token.unitId, ...change });
}

/** Somebody who came, from where, by which request. */
export interface Visit {
  address: string;
  requestId: string;
}

/** Who did these is not known. */
const REFUSALS: readonly AuditEvent['what'][] = ['SIGN_IN_REFUSED', 'CODE_REFUSED'];

/** Records a sign-in, a sign-out or a refusal. An account that does not exist has no id: its name may be a password. */
export function recordVisit(
  db: DataSource,
  what: 'SIGNED_IN' | 'SIGNED_OUT' | 'SIGN_IN_REFUSED' | 'CODE_AWAITED' | 'CODE_REFUSED',
  account: { id: number; name: string; unitId: number | null } | null,
  { address, requestId }: Visit,
  after?: AuditEvent['after'],
): Promise<void> {
  const nobody: Actor = { kind: 'NOBODY', id: null, name: null, address, requestId };
  const actor: Actor =
    account && !REFUSALS.includes(what) ? { ...nobody, kind: 'PERSON', id: account.id, name: account.name } : nobody;
  const about = { kind: 'ACCOUNT', id: account?.id ?? null } as const;
  return recordEvent(db, actor, {
    what,
    about,
    unitId: account?.unitId ?? null,
    ...(after !== undefined && { after }),
  });
}
