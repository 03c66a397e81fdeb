import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { dayOfNumber } from '@chi-tieu/shared/domain/days';
import { readDossierCode } from '@chi-tieu/shared/domain/dossier-code';
import { keptUnitName, readDossierRow, type DossierFields } from '@chi-tieu/shared/domain/dossier-row';
import type { KeptFields } from '@chi-tieu/shared/domain/row-problem';
import type { Writer } from '../../../app/database.ts';
import type { RawRow } from '../../../app/body/read-rows.ts';
import type { SourceMapping } from '../sources/mapping.ts';
import { NameCache, nameKeys } from './name-keys.ts';

/** A row to be taken again from the quarantine: it keeps the place where it lies. */
export type StagedRow = RawRow & { quarantineId?: string };

const ROWS_AT_ONCE = 500;

const COLUMNS = [
  'row_no',
  'quarantine_id',
  'code_key',
  'code',
  'organisation',
  'unit_name_key',
  'unit_name_marked',
  'unit_name',
  'procedure_code',
  'procedure_text',
  'channel',
  'status',
  'received_at',
  'due_at',
  'finished_at',
  'returned_at',
  'received_day',
  'finished_day',
  'field',
  'problem',
  'fields',
  'theirs',
];

/** Makes the temporary table into which a body is copied; it goes with the transaction. */
export async function openStage(tx: Writer): Promise<void> {
  await tx.run(`create temporary table staged (
      row_no int not null, quarantine_id bigint, code_key text, code text, organisation text, unit_name_key text,
      unit_name_marked text, unit_name text,
      procedure_code text, procedure_text text, channel channel, status smallint, received_at timestamptz, due_at timestamptz,
      finished_at timestamptz, returned_at timestamptz, received_day date, finished_day date,
      field text, problem text, fields jsonb, theirs jsonb) on commit drop`);
}

/**
 * Checks every row and copies it, good or bad, into the temporary table; memory stays flat. Returns how many there were.
 * Personal data ends here: only what `readDossierRow` keeps goes on. What a source calls
 * otherwise is read by its mapping, and kept as it came where the row turns out to be bad.
 */
export async function stageRows(
  tx: Writer,
  rows: AsyncIterable<StagedRow[]>,
  mapping: SourceMapping | null = null,
): Promise<number> {
  let count = 0;
  async function* encoded(): AsyncGenerator<string> {
    for await (const some of rows) {
      count += some.length;
      for (let at = 0; at < some.length; at += ROWS_AT_ONCE) {
        let text = '';
        for (const row of some.slice(at, at + ROWS_AT_ONCE)) text += encodeRow(row, mapping);
        yield text;
        // A chunk may hold half a million short rows: others are let in between.
        await setImmediate();
      }
    }
  }
  await tx.inTurn((client) =>
    pipeline(
      Readable.from(encoded(), { objectMode: true, highWaterMark: 1 }),
      client.query(copyFrom(`copy staged (${COLUMNS.join(', ')}) from stdin`)),
    ),
  );
  return count;
}

function encodeRow(row: StagedRow, mapping: SourceMapping | null): string {
  const start = `${row.row}\t${row.quarantineId ?? NULL}\t`;
  if ('unreadable' in row) return badLine(start, null, null, '', 'UNREADABLE_LINE', {});
  if ('tooLarge' in row) return badLine(start, null, null, '', 'ROW_TOO_LARGE', {});
  if ('otherColumns' in row) return shiftedLine(start, row.key ?? '');
  const mapped = mapping?.map(row.raw) ?? null;
  const raw = mapped?.raw ?? row.raw;
  const read = readDossierRow(raw);
  if (!read.ok) {
    const kept = mapped ? { ...read.kept, ...mapped.theirs } : read.kept;
    return badLine(start, read.codeKey, read.code, read.field, read.problem, kept);
  }
  const dossier = mapped?.theirs['MaTTHC'] ? { ...read.dossier, procedureText: mapped.theirs['MaTTHC'] } : read.dossier;
  return start + goodLine(dossier, keptUnitName(raw), mapped?.theirs ?? null);
}

/** Nothing is kept of a record whose texts may belong to other columns; its code only where it can be nothing else. */
function shiftedLine(start: string, text: string): string {
  const key = readDossierCode(text)?.key ?? null;
  return badLine(start, key, key === null ? null : text, '', 'OTHER_COLUMNS', {});
}

const NULL = '\\N';

/** `keptName` is what is kept of the unit's name where nobody knows unit or procedure. */
function goodLine(d: DossierFields, keptName: string | null, theirs: KeptFields | null): string {
  return (
    `${d.codeKey}\t${escape(d.code)}\t${d.organisation}\t${d.unitName === null ? NO_NAME : names.of(d.unitName)}\t${optional(keptName)}\t${d.procedureCode}\t` +
    `${optional(d.procedureText)}\t${d.channel}\t${d.status}\t${writtenInstant(d.receivedAt)}\t${instant(d.dueAt)}\t` +
    `${instant(d.finishedAt)}\t${instant(d.returnedAt)}\t${d.receivedDay}\t${d.finishedDay ?? NULL}\t${NULL}\t${NULL}\t${NULL}\t${theirs ? escape(JSON.stringify(theirs)) : NULL}\n`
  );
}

function badLine(
  start: string,
  key: string | null,
  code: string | null,
  field: string,
  problem: string,
  kept: Record<string, string>,
): string {
  // A bad row too belongs to the unit that its code names.
  const organisation = key?.replace(/-\d+-\d+$/, '') ?? null;
  const empty = `${NULL}\t`.repeat(13);
  return `${start}${optional(key)}\t${optional(code)}\t${optional(organisation)}\t${empty}${escape(field)}\t${problem}\t${escape(JSON.stringify(kept))}\t${NULL}\n`;
}

const instant = (at: Date | null) => (at === null ? NULL : writtenInstant(at));
const optional = (text: string | null) => (text === null ? NULL : escape(text));

const DAY_MS = 86_400_000;
const MOST_DAYS = 4_000;
const days = new Map<number, string>();

/** As `toISOString` writes it, without the milliseconds that no stamp has: four times a row, and of few different days. */
function writtenInstant(at: Date): string {
  const ms = at.getTime();
  const day = Math.floor(ms / DAY_MS);
  const seconds = (ms - day * DAY_MS) / 1000;
  if (!Number.isInteger(seconds)) return at.toISOString();
  return `${dayText(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = dayOfNumber(day);
  if (days.size < MOST_DAYS) days.set(day, text);
  return text;
}

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);

/** The text format of COPY. */
function escape(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c)
    : text;
}

/** The two columns by which a unit's name is compared. */
const NO_NAME = `${NULL}\t${NULL}`;
const names = new NameCache((name) => {
  const { key, marked } = nameKeys(name);
  return `${escape(key)}\t${escape(marked)}`;
});
