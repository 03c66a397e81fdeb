import type { Context } from '../../../app/context.ts';
import { parseCursor } from '../../../app/connection.ts';
import { isDay } from '@chi-tieu/shared/domain/days';
import { badInput } from '../../../app/errors.ts';
import { changesAfter, feedState, type ChangedKind, type ChangeRow, type Position } from './feed.queries.ts';

const MOST = 500;
const USUAL = 200;
const START: Position = { at: '0001-01-01T00:00:00.000000Z', kind: '', id: 0 };

export interface FeedPage {
  changes: ChangeRow[];
  cursor: string;
  hasMore: boolean;
}

/** What a cursor says: of which database, where it stands, and up to which moment its pages go; null: a new round begins. */
interface Cursor {
  installation: string;
  position: Position;
  until: string | null;
}

/**
 * What changed in the catalogue since a cursor (null: since ever), oldest first. A round of pages goes up to the moment that was the
 * last one at its first page; moments are sealed one after the other, so that no later one lies before it: nothing is told twice and
 * nothing is left out. BAD_USER_INPUT for a cursor of another database, or of a later state of this one.
 */
export async function catalogueChanges(ctx: Context, since: string | null, first: number | null): Promise<FeedPage> {
  const size = first ?? USUAL;
  if (size < 1 || size > MOST) throw badInput('first', 'feed.size', { most: MOST });
  // The snapshot is opened behind the seal: whatever has a moment up to the latest is in it.
  const { installation, latest } = await feedState(ctx.read);
  const cursor = since === null ? { installation, position: START, until: null } : readCursor(since);
  if (cursor.installation !== installation) throw badInput('since', 'feed.elsewhere');
  if (cursor.position.at > latest || (cursor.until ?? '') > latest) throw badInput('since', 'feed.ahead');
  const until = cursor.until ?? latest;
  const found = await changesAfter(ctx.read, ctx.provinceId, cursor.position, until, size);
  const changes = found.slice(0, size);
  const hasMore = found.length > size;
  const last = changes.at(-1);
  const position = hasMore && last ? { at: last.at, kind: last.kind, id: last.id } : { at: until, kind: END, id: 0 };
  return { changes, cursor: writeCursor({ installation, position, until: hasMore ? until : null }), hasMore };
}

/** Sorts after every kind: all of that moment was told. */
const END = 'ZZ' as ChangedKind;
const KINDS: readonly string[] = ['DECISION', 'LIST', 'PROCEDURE', END, ''];
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;

function writeCursor({ installation, position: { at, kind, id }, until }: Cursor): string {
  return Buffer.from(JSON.stringify([installation, at, kind, id, until])).toString('base64url');
}

function readCursor(text: string): Cursor {
  const refused = badInput('since', 'feed.cursor');
  const parts = parseCursor(text);
  if (!Array.isArray(parts) || parts.length !== 5) throw refused;
  const [installation, at, kind, id, until] = parts as unknown[];
  const isInstant = (value: unknown): value is string =>
    typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10));
  if (typeof installation !== 'string' || !isInstant(at) || !(until === null || isInstant(until))) throw refused;
  if (typeof kind !== 'string' || !KINDS.includes(kind) || !Number.isInteger(id) || Math.abs(Number(id)) > 2 ** 31 - 1)
    throw refused;
  return { installation, position: { at, kind: kind as ChangedKind, id: Number(id) }, until };
}
