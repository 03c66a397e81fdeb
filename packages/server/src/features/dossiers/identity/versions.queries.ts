import { randomUUID } from 'node:crypto';
import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { Writer } from '../../../app/database.ts';
import { Booking } from '../../rates/booking.queries.ts';
import { insertBatch } from '../ingest/batches.queries.ts';
import { CONTENT, SAID, said } from '../ingest/content.ts';
import { insertDossiers, updateDossiers } from '../ingest/merge.queries.ts';
import type { SaidContent, Standing } from './standing.queries.ts';

/** What a dossier is from now on: another version of one that stands, or (no `id`) a new one. */
export interface NextVersion {
  id: string | null;
  content: SaidContent;
  gone: Gone | null;
  /** Whether it is gone by this step, or there again. */
  turns: boolean;
  /** Whose word it says. */
  sourceId: number | null;
  made: boolean;
}

/** Says of a dossier what it said, or what another word says; null where that would change nothing. */
export function nextOf(
  standing: Standing,
  word: Pick<Standing, 'content' | 'sourceId'> = standing,
  gone: Gone | null = standing.gone,
): NextVersion | null {
  const own = Object.fromEntries(['code_key', 'code'].map((name) => [name, standing.content[name]]));
  const content = { ...word.content, ...own };
  const turns = gone !== standing.gone;
  if (!turns && isSame(content, standing.content)) return null;
  return { id: standing.id, content, gone, turns, sourceId: word.sourceId, made: standing.made };
}

function isSame(a: SaidContent, b: SaidContent): boolean {
  return CONTENT.every((name) => plain(a[name]) === plain(b[name]));
}

/** Instants are written in more than one way. */
function plain(value: unknown): unknown {
  const isInstant = value instanceof Date || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value));
  return isInstant ? new Date(value).getTime() : value;
}

/** Records versions at this moment, each with a receipt of its own that says whose word it is, and books them; returns their units. */
export async function recordVersions(
  tx: Writer,
  provinceId: number,
  sentFor: number | null,
  versions: readonly (NextVersion | null)[],
): Promise<number[]> {
  const written = versions.filter((next) => next !== null);
  const booking = await Booking.open(tx, provinceId);
  for (const next of written) await recordVersion(tx, provinceId, { sentFor, next, booking });
  await booking.close();
  return written.map(({ content }) => Number(content['unit_id']));
}

async function recordVersion(
  tx: Writer,
  provinceId: number,
  { sentFor, next, booking }: { sentFor: number | null; next: NextVersion; booking: Booking },
): Promise<void> {
  const { id: dossierId, content, gone, turns, sourceId, made } = next;
  const id = randomUUID();
  const isNew = dossierId === null;
  const header = { id, kind: 'MEND', name: null, mediaType: null, bytes: 0, made, sentFor, sourceId } as const;
  const counts = { received: 1, created: isNew ? 1 : 0, updated: isNew ? 0 : 1, unchanged: 0, rejected: 0 };
  const table = isNew ? 'fresh' : 'changed';
  await tx.run(
    `create temporary table ${table} on commit drop as
     select ${isNew ? '' : '$2::bigint as dossier_id, '}${said('x')}, $${isNew ? 2 : 3}::dossier_gone as gone, $${isNew ? 3 : 4}::boolean as turns
       from jsonb_to_record($1::jsonb) as x (${COLUMNS})`,
    [JSON.stringify(content), ...(isNew ? [] : [dossierId]), gone, turns],
  );
  if (isNew) await insertDossiers(tx, provinceId, id, booking);
  else await updateDossiers(tx, provinceId, id, booking);
  await tx.run(`drop table ${table}`);
  await insertBatch(tx, provinceId, header, counts);
}

const TYPES: Readonly<Record<string, string>> = {
  unit_id: 'int',
  procedure_id: 'int',
  channel: 'channel',
  status: 'smallint',
  received_day: 'date',
  finished_day: 'date',
  code_key: 'text',
  code: 'text',
  procedure_text: 'text',
};
const COLUMNS = SAID.map((name) => `${name} ${TYPES[name] ?? 'timestamptz'}`).join(', ');
