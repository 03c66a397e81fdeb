import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { App, SignedIn } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { callerNetwork } from '../../../app/http/caller-network.ts';
import { metricsOf } from '../../../app/metrics.ts';
import { countAttempt, forgetAttempt } from '../../accounts/attempts.queries.ts';
import { newSecret, recordVisit, secretHash, type Visit } from '../../accounts/door.service.ts';
import { isPassword } from '../../accounts/passwords.service.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { deleteExpiredSessions } from '../../accounts/sessions.queries.ts';
import { nameKeyOf, WAIT_SECONDS } from '../../accounts/sign-in.service.ts';
import { findTokenAccount } from '../../accounts/tokens.service.ts';
import {
  insertSourceSession,
  sourceCalled,
  sourceOfSession,
  noteContact,
  type SourceAtDoor,
  type SourceSession,
} from './doors.queries.ts';

export type DoorOutcome = { kind: 'OK'; session: string } | { kind: 'WRONG' } | { kind: 'WAIT'; seconds: number };

/**
 * Opens a session for a source by its name and password; a token of its account is a password too. A wrong name and a wrong
 * password look the same and take as long; tries are counted apart from those of people, for a name at an address and for an address: a system
 * has no browser that is known, and whoever knows its name does not keep it out.
 */
export async function openDoor(
  app: App,
  { username, password }: { username: string; password: string },
  visit: Visit,
): Promise<DoorOutcome> {
  const loginName = nameKeyOf(username);
  const attempt = await withClient(app.db, (sql) =>
    countAttempt(sql, { nameKey: attemptKey(loginName, visit.address), address: visit.address, deviceId: null }),
  );
  if (attempt === null) {
    metricsOf(app).countSignIn('wait');
    return { kind: 'WAIT', seconds: WAIT_SECONDS };
  }
  const source = await withClient(app.db, (sql) => sourceCalled(sql, loginName));
  if (!source || !(await opens(app, source, password))) {
    metricsOf(app).countSignIn('wrong');
    const account = source && { id: source.accountId, name: loginName, unitId: source.unitId };
    await recordVisit(app.db, 'SIGN_IN_REFUSED', account, visit);
    return { kind: 'WRONG' };
  }
  await withClient(app.db, (sql) => forgetAttempt(sql, attempt));
  const session = newSecret();
  await withClient(app.db, async (sql) => {
    await deleteExpiredSessions(sql);
    await insertSourceSession(sql, { tokenHash: secretHash(session), source, address: visit.address });
    await noteContact(sql, source.id, false);
  });
  metricsOf(app).countSignIn('ok');
  return { kind: 'OK', session };
}

/** What tries at one name from one network are counted by. */
const attemptKey = (loginName: string, address: string): string => `source ${callerNetwork(address)} ${loginName}`;

async function opens(app: App, source: SourceAtDoor | null, password: string): Promise<boolean> {
  const isRight = await isPassword(source?.loginHash ?? null, password);
  if (isRight || !source) return isRight;
  return (await findTokenAccount(app, password))?.id === source.accountId;
}

/** Who sends through the endpoint, and for which units. */
export interface SourceSender {
  source: SourceSession;
  account: SignedIn;
  within: Within;
}

/** The source that a session stands for; null where it is over, or never was; FORBIDDEN where the source may send nothing. */
export async function senderAt(app: App, session: string): Promise<SourceSender | 'FORBIDDEN' | null> {
  const source = await withClient(app.db, (sql) => sourceOfSession(sql, secretHash(session)));
  if (!source) return null;
  const reach = await reachOfAccount(app, source.accountId);
  if (!reach.holds('dossier.import')) return 'FORBIDDEN';
  const account = { id: source.accountId, username: source.username, name: source.name, kind: 'PROGRAM' as const };
  return { source, account, within: reach.within('dossier.import') };
}
