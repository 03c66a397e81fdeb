import type { Day } from '@chi-tieu/shared/domain/days';
import { ABOUT_KINDS } from '@chi-tieu/shared/domain/audit-kinds';
import { connect, isNumberKey, type Connection, type Page } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { reached } from '../accounts/reach.service.ts';
import { countEvents, listEvents, type AuditFilter, type AuditRow } from './audit.queries.ts';

const KINDS: readonly string[] = ABOUT_KINDS;

/** Which events are asked for; null does not narrow. */
export interface AuditQuestion {
  about: string | null;
  by: string | null;
  act: string | null;
  /** Days in Vietnam, both included. */
  from: Day | null;
  to: Day | null;
  /** The number of one event. */
  seq: string | null;
}

/**
 * Events that the caller may read, newest first: all of them who reads everything, else those of units within reach. `about` is
 * `PLAN:id`, or the id alone; `by` an account's id. What names nothing finds nothing.
 */
export async function auditTrail(
  ctx: Context,
  asked: AuditQuestion,
  page: Page<string>,
): Promise<Connection<AuditRow>> {
  const reach = await reached(ctx, 'audit.read');
  const by = asked.by === null ? null : accountId(asked.by);
  const isNothing = by === undefined || (asked.seq !== null && !isNumberKey(asked.seq));
  const filter: AuditFilter = {
    units: reach === 'ALL' ? null : [...reach],
    by: by ?? null,
    act: asked.act,
    seq: isNothing ? null : asked.seq,
    since: asked.from === null ? null : startOfDay(asked.from),
    until: asked.to === null ? null : new Date(startOfDay(asked.to).getTime() + DAY_MS),
    ...(asked.about === null ? { aboutKinds: null, aboutId: null } : readAbout(asked.about)),
  };
  const rows = isNothing ? [] : await listEvents(ctx.read, filter, page);
  const count = isNothing ? 0 : () => countEvents(ctx.read, filter);
  return connect(rows, page, ({ seq }) => seq, count);
}

const DAY_MS = 86_400_000;

function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

function readAbout(about: string): Pick<AuditFilter, 'aboutKinds' | 'aboutId'> {
  const [kind = '', ...rest] = about.split(':');
  if (rest.length > 0 && KINDS.includes(kind)) return { aboutKinds: [kind], aboutId: rest.join(':') };
  return { aboutKinds: KINDS, aboutId: about };
}

/** Undefined for what can be no account's id. */
function accountId(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
