import { dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { unitTreeOn } from '@chi-tieu/shared/domain/unit-tree';
import type { App } from '../../../app/context.ts';
import { THE_PROCESS } from '../../../app/audit/event.ts';
import { withClient, write, type Writer } from '../../../app/database.ts';
import { metricsOf } from '../../../app/metrics.ts';
import type { MappedGrant, OidcConfig } from '../../../app/oidc-config.ts';
import type { Sql } from '../../../app/sql.ts';
import { EVERYTHING, NOTHING } from '../../../app/wall.ts';
import { unitSuccessions, unitVersions } from '../../units/units.queries.ts';
import { accountsById, holdAccount, lockAccounts, personByUsername, type AccountRow } from '../accounts.queries.ts';
import { auditAccount, auditGrant, recordVisit } from '../audit-account.ts';
import { endGrant, grantsOf, insertGrant, type GrantRow } from '../grants.queries.ts';
import { knowBrowser, openSession, type Arrival } from '../sign-in.service.ts';
import { mappedBy, nameFrom, usernameFrom } from './claims.ts';
import type { Person } from './provider.ts';
import { accountOfIdentity, insertExternalAccount } from './sign-on.queries.ts';

export type SignOnOutcome = { kind: 'OK'; token: string; device: string } | { kind: 'unmapped' | 'closed' };

/** A role for a unit by its number. */
type Meant = Pick<GrantRow, 'role' | 'unitId'>;

/**
 * Lets somebody in whom the provider vouches for: makes the account at the first time, brings the grants up to date that come from
 * the provider's claims, opens a session. Whoever is given nothing by the claims and holds nothing by hand stays outside.
 */
export async function signOn(
  app: App,
  { grants: mapping }: Pick<OidcConfig, 'grants'>,
  person: Person,
  arrival: Arrival,
): Promise<SignOnOutcome> {
  const day = dayInVietnam(app.now());
  const meant = await inUnits(app, mappedBy(person.claims, mapping), day);
  const actor = { ...THE_PROCESS, address: arrival.address, requestId: arrival.requestId };
  const found = await write(
    app.db,
    { purpose: 'single sign-on', accountId: null, actor, sight: EVERYTHING },
    async (tx) => {
      await lockAccounts(tx);
      const account = (await knownAccount(tx, person)) ?? (await newAccount(tx, person, meant));
      if (account === null) return { kind: 'unmapped' as const, account };
      if (!account.active) return { kind: 'closed' as const, account };
      await bringUpToDate(tx, account.id, meant);
      const holds = (await grantsOf(tx, [account.id])).some((grant) => isOf(grant, day));
      return { kind: holds ? ('OK' as const) : ('unmapped' as const), account };
    },
  );
  const { account } = found;
  const opened =
    found.kind === 'OK'
      ? await withClient(app.db, (sql) => openVouched(sql, found.account.id, arrival), NOTHING)
      : null;
  if (opened === null) {
    const kind = found.kind === 'OK' ? 'closed' : found.kind;
    metricsOf(app).countSignIn('wrong');
    await recordVisit(app.db, 'SIGN_IN_REFUSED', account, arrival, { by: 'OIDC', why: kind });
    return { kind };
  }
  metricsOf(app).countSignIn('ok');
  await recordVisit(app.db, 'SIGNED_IN', account, arrival, { by: 'OIDC' });
  return { kind: 'OK', ...opened };
}

/** The session of whom the provider vouches for; null where the account was closed meanwhile. Within a transaction. */
async function openVouched(sql: Sql, id: number, arrival: Arrival): Promise<{ token: string; device: string } | null> {
  if (!(await holdAccount(sql, id))?.active) return null;
  const token = await openSession(sql, id, arrival, { stage: 'FULL', method: 'OIDC' });
  return { token, device: await knowBrowser(sql, id, arrival) };
}

function isOf({ from, to }: GrantRow, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** The units of today that the mapping names; those that are gone give nothing. */
async function inUnits(app: App, mapped: readonly MappedGrant[], day: Day): Promise<Meant[]> {
  const alive = await withClient(app.db, async (sql) => {
    const versions = await unitVersions(sql, app.provinceId, null);
    return unitTreeOn(versions, await unitSuccessions(sql, app.provinceId, null), day).alive();
  });
  const ids = new Map(alive.map(({ code, unitId }) => [code, unitId]));
  const meant = new Map<string, Meant>();
  for (const { role, unit } of mapped) {
    const unitId = ids.get(unit);
    if (unitId === undefined) app.log.warn({ unit }, 'OIDC_GRANTS names a unit that is gone');
    else meant.set(`${role} ${unitId}`, { role, unitId });
  }
  return [...meant.values()];
}

async function knownAccount(tx: Writer, person: Person): Promise<AccountRow | null> {
  const known = await accountOfIdentity(tx, person);
  const [account = null] = known ? await accountsById(tx, [known.id]) : [];
  return account;
}

/** At home where the first of the grants holds; null where there is none. A name that somebody bears already is never theirs. */
async function newAccount(tx: Writer, person: Person, meant: readonly Meant[]): Promise<AccountRow | null> {
  const [first] = meant;
  if (!first) return null;
  const { issuer, subject, claims } = person;
  const username = await freeUsername(tx, usernameFrom(claims));
  const facts = { username, name: nameFrom(claims, username), unitId: first.unitId, issuer, subject };
  const id = await insertExternalAccount(tx, facts);
  auditAccount(tx, { id, unitId: first.unitId }, { what: 'ACCOUNT_CREATED', after: { by: 'OIDC' } });
  const [account = null] = await accountsById(tx, [id]);
  return account;
}

async function freeUsername(tx: Writer, wanted: string): Promise<string> {
  let username = wanted;
  for (let number = 2; (await personByUsername(tx, username)) !== null; number++) username = `${wanted}-${number}`;
  return username;
}

/** Takes back what the claims no longer give and gives what is missing; what people gave by hand stays as it is. */
async function bringUpToDate(tx: Writer, accountId: number, meant: readonly Meant[]): Promise<void> {
  const held = (await grantsOf(tx, [accountId])).filter(({ source }) => source === 'OIDC');
  const isSame = (one: Meant, other: Meant) => one.role === other.role && one.unitId === other.unitId;
  for (const grant of held.filter((one) => !meant.some((other) => isSame(one, other)))) {
    await endGrant(tx, grant.id, null);
    auditGrant(tx, 'GRANT_REVOKED', grant);
  }
  for (const wanted of meant.filter((one) => !held.some((other) => isSame(one, other)))) {
    const grant = { accountId, ...wanted, from: null, to: null, delegatedFrom: null, source: 'OIDC' as const };
    const id = await insertGrant(tx, { ...grant, grantedBy: null });
    if (id !== null) auditGrant(tx, 'GRANT_GIVEN', { ...grant, id });
  }
}
