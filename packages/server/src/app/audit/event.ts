import type { AboutKind } from '@chi-tieu/shared/domain/audit-kinds';
import type { ActorKind } from '../enums.ts';
import type { Sql } from '../sql.ts';
import type { Act } from './acts.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

/** Who does something, and from where. */
export interface Actor {
  kind: ActorKind;
  /** The account; null for PROCESS and NOBODY. */
  id: number | null;
  /** The account's name as it is now; looked up where it is null. */
  name: string | null;
  /** Whence the request came; null for PROCESS. */
  address: string | null;
  requestId: string | null;
}

/**
 * What is recorded. Ids, codes, names of units, percentages and states only: never anything of a dossier, a secret, free
 * text, or a name that was tried and that nobody has (it may be a password).
 */
export interface AuditEvent {
  what: Act;
  /** Its id is what names it to callers: a plan's uuid, a procedure's, list's or unit's code; null where there is none (a sign-in of nobody). */
  about: { kind: AboutKind; id: string | number | null };
  /** The unit by whose reach it is shown to others; null: only to who reaches everything. */
  unitId: number | null;
  /** What was, and what is; a member left out says nothing. */
  before?: Json;
  after?: Json;
  /** The account for which the actor stands in. */
  onBehalfOf?: number | null;
}

/** The server itself. */
export const THE_PROCESS: Actor = { kind: 'PROCESS', id: null, name: null, address: null, requestId: null };

/** An account that signed in by whatever way, or nobody, as the actor of what a request does. */
export function actorOf(
  account: { id: number; name: string; kind?: 'PERSON' | 'PROGRAM' } | null,
  { address, requestId }: { address: string | null; requestId: string },
): Actor {
  if (!account) return { kind: 'NOBODY', id: null, name: null, address, requestId };
  return { kind: account.kind ?? 'PERSON', id: account.id, name: account.name, address, requestId };
}

/**
 * Adds events to the chain, in their order. From here until the transaction ends nobody else adds any: only the seal of a
 * moment may be taken after it.
 */
export async function insertEvents(
  sql: Sql,
  moment: string | null,
  actor: Actor,
  events: readonly AuditEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ what, about, unitId, before, after, onBehalfOf = null }, n) => {
    const body = canonicalJson({ ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
    const id = about.id === null ? null : String(about.id);
    return { n, onBehalfOf, what, aboutKind: about.kind, aboutId: id, unitId, body };
  });
  await sql.run(
    `insert into audit_event (moment_id, actor_id, actor_kind, actor_name, address, request_id,
                              on_behalf_of, what, about_kind, about_id, unit_id, body)
     select $1, $2::int, $3, coalesce($4, account_name($2::int)), $5, $6,
            x."onBehalfOf", x.what, x."aboutKind", x."aboutId", x."unitId", x.body
       from jsonb_to_recordset($7::jsonb) as x
            (n int, "onBehalfOf" int, what text, "aboutKind" text, "aboutId" text, "unitId" int, body text)
      order by x.n`,
    [moment, actor.id, actor.kind, actor.name, actor.address, actor.requestId, JSON.stringify(rows)],
  );
}
