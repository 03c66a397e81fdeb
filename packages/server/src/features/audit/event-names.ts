import type { Context } from '../../app/context.ts';
import { decisionsById } from '../catalogue/decisions.queries.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { accountNames, plansOfEvents, tokenHints, type AuditRow } from './audit.queries.ts';
import { readBody, type EventBody, type NamedEvent } from './event-text.ts';

/**
 * An event with names in the place of the numbers it was stored with: of accounts, tokens, plans and its unit, as they are
 * called when it is read. What has no name any more keeps its number. Events that are read side by side ask as one.
 */
export async function withNames(ctx: Context, row: AuditRow): Promise<NamedEvent> {
  const { before, after } = readBody(row.body);
  const [about, unit, was, is] = await Promise.all([
    nameOf(ctx, row.aboutKind, row.aboutId),
    row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx)),
    namesIn(ctx, before),
    namesIn(ctx, after),
  ]);
  const body: EventBody = { before: was, after: is };
  return { row, about: about ?? row.aboutId, unit: unit?.name ?? null, body };
}

/** Which members of events are numbers of what. */
const MEMBERS: Readonly<Record<string, string>> = { account: 'ACCOUNT', amends: 'PLAN', token: 'TOKEN' };

async function namesIn(ctx: Context, side: unknown): Promise<unknown> {
  if (typeof side !== 'object' || side === null || Array.isArray(side)) return side;
  const members = Object.entries(side as Record<string, unknown>).map(async ([name, value]) => {
    const kind = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
    const isId = typeof value === 'number' || typeof value === 'string';
    const known = kind !== undefined && isId ? await nameOf(ctx, kind, String(value)) : null;
    return [name, known ?? value] as const;
  });
  return Object.fromEntries(await Promise.all(members));
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What a record is called, or null where that is its id or nobody knows. */
async function nameOf(ctx: Context, kind: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  if (kind === 'PLAN') return UUID.test(id) ? planName(ctx, id) : null;
  if (!/^\d{1,9}$/.test(id)) return null;
  if (kind === 'ACCOUNT')
    return (await ctx.load('audit-account', Number(id), (ids) => accountNames(ctx.read, ids)))?.name ?? null;
  if (kind === 'DECISION')
    return (
      (await ctx.load('audit-decision', Number(id), (ids) => decisionsById(ctx.read, ctx.provinceId, ids)))?.number ??
      null
    );
  if (kind !== 'TOKEN') return null;
  const token = await ctx.load('audit-token', Number(id), (ids) => tokenHints(ctx.read, ids));
  return token && `…${token.hint}${token.name === null ? '' : ` (${token.name})`}`;
}

/** A plan by its year and issuer. */
async function planName(ctx: Context, id: string): Promise<string | null> {
  const plan = await ctx.load('audit-plan', id, (ids) => plansOfEvents(ctx.read, ctx.provinceId, ids));
  const issuer = plan && (await unitAsKnown(ctx, plan.issuerId, today(ctx)));
  return issuer && { vi: `năm ${plan.year} của ${issuer.name}`, en: `${plan.year} of ${issuer.name}` }[ctx.locale];
}
