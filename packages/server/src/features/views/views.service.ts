import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { AppError, badInput, conflict, notFound } from '../../app/errors.ts';
import { needProvince } from '../accounts/reach.service.ts';
import {
  countViews,
  deleteView,
  insertView,
  lockViews,
  updateView,
  viewById,
  viewsOf,
  type NewView,
  type ViewRow,
} from './views.queries.ts';

/** The places that keep views, each with the right by which one shares them with everybody. */
const PLACES: Readonly<Partial<Record<string, Right>>> = { procedures: 'catalogue.edit' };

const LONGEST_NAME = 100;
const LONGEST_STATE = 4_000;
const MOST = 200;
const ID = /^[1-9]\d{0,8}$/;

export interface ViewDraft {
  /** Of one's own view that is changed; a new one without it. */
  id?: string | null | undefined;
  place: string;
  name: string;
  state: string;
  shared?: boolean | null | undefined;
}

/** One's own views of a place and those that are shared. */
export function listViews(ctx: Context, place: string): Promise<ViewRow[]> {
  sharingRight(place);
  return viewsOf(ctx.read, ctx.provinceId, place, ctx.signedIn().id);
}

/**
 * Keeps a view, or changes one of one's own. What others keep to themselves is NOT_FOUND, what they share is FORBIDDEN; so is sharing for
 * who may not change what the place shows.
 */
export async function saveView(ctx: Context, draft: ViewDraft): Promise<ViewRow> {
  const right = sharingRight(draft.place);
  const before = draft.id ? await ownView(ctx, draft.id) : null;
  if (before && before.place !== draft.place) throw badInput('input.place', 'view.place');
  const view = cleaned(ctx, draft);
  if (view.shared || before?.shared) await needProvince(ctx, right);
  const id = await ctx.write('saveView', async (tx) => {
    await lockViews(tx, view.accountId);
    await refuseTwice(tx, ctx.provinceId, view, before?.id ?? null);
    if (before) await updateView(tx, tx.moment, before.id, view);
    else if ((await countViews(tx, view.accountId)) >= MOST) throw conflict('view.many', { most: MOST });
    const saved = before?.id ?? (await insertView(tx, ctx.provinceId, tx.moment, view));
    audit(tx, ctx.provinceId, saved, before, view);
    return saved;
  });
  return { id, ...view };
}

/** Takes one of one's own views away. */
export async function removeView(ctx: Context, id: string): Promise<boolean> {
  const view = await ownView(ctx, id);
  await ctx.write('removeView', async (tx) => {
    await deleteView(tx, view.id);
    audit(tx, ctx.provinceId, view.id, view, null);
  });
  return true;
}

function sharingRight(place: string): Right {
  const right = Object.hasOwn(PLACES, place) ? PLACES[place] : undefined;
  if (!right) throw badInput('place', 'view.place');
  return right;
}

async function ownView(ctx: Context, id: string): Promise<ViewRow> {
  const view = ID.test(id) ? await viewById(ctx.read, ctx.provinceId, Number(id)) : null;
  if (!view) throw notFound('view.unknown');
  if (view.accountId !== ctx.signedIn().id) throw new AppError('FORBIDDEN', 'view.others');
  return view;
}

function cleaned(ctx: Context, { place, name, state, shared }: ViewDraft): NewView {
  const said = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (said === '' || said.length > LONGEST_NAME || said.includes('\0'))
    throw badInput('input.name', 'view.name', { most: LONGEST_NAME });
  const query = state.replace(/^\?/, '');
  if (query.length > LONGEST_STATE || /[^\x21-\x7e]/.test(query))
    throw badInput('input.state', 'view.state', { most: LONGEST_STATE });
  return { accountId: ctx.signedIn().id, place, name: said, state: query, shared: shared ?? false };
}

async function refuseTwice(tx: Writer, provinceId: number, view: NewView, id: number | null): Promise<void> {
  const mine = await viewsOf(tx, provinceId, view.place, view.accountId);
  const isTaken = mine.some(
    (other) => other.accountId === view.accountId && other.name === view.name && other.id !== id,
  );
  if (isTaken) throw conflict('view.twice', { name: view.name }, { path: 'input.name' });
}

/** What one keeps for oneself is nobody's business; what everybody sees is recorded. */
function audit(tx: Writer, provinceId: number, id: number, before: NewView | null, after: NewView | null): void {
  if (!before?.shared && !after?.shared) return;
  const what = !before?.shared ? 'VIEW_SHARED' : !after?.shared ? 'VIEW_WITHDRAWN' : 'VIEW_CHANGED';
  const { place } = after ?? before ?? { place: '' };
  tx.audit({ what, about: { kind: 'VIEW', id }, unitId: provinceId, after: { place } });
}
