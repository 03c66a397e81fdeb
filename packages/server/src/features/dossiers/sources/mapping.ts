import { isRow, type KeptFields, type Row } from '@chi-tieu/shared/domain/row-problem';
import type { Sql } from '../../../app/sql.ts';

/** The fields whose values a source may call otherwise, and the kind of its codes for each. */
const FIELDS = { MaTTHC: 'PROCEDURE', TrangThaiHoSo: 'STATUS', TrangThai: 'STATUS', KenhThucHien: 'CHANNEL' } as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as readonly Field[];

/** A row in our words, and what stood there before. */
export interface MappedRow {
  raw: Row;
  theirs: KeptFields;
}

/** Codes as they are compared: without regard to capitals and blanks around them. */
export function codeKey(text: string): string {
  return text.normalize('NFC').trim().toUpperCase();
}

/**
 * What a source calls procedures, states and channels, by whose codes its rows are read. Units are looked up where they are
 * merged: before the aliases of everybody.
 */
export class SourceMapping {
  private readonly ours: ReadonlyMap<string, { ours: string; theirs: string }>;

  constructor(codes: readonly { kind: string; key: string; ours: string; theirs: string }[]) {
    this.ours = new Map(codes.map(({ kind, key, ours, theirs }) => [`${kind} ${key}`, { ours, theirs }]));
  }

  /** The row in our words; null where there is nothing to be told otherwise. */
  map(raw: unknown): MappedRow | null {
    if (!isRow(raw)) return null;
    let mapped: { raw: Record<string, unknown>; theirs: KeptFields } | null = null;
    for (const name of NAMES) {
      const value = raw[name];
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const found = this.ours.get(`${FIELDS[name]} ${codeKey(String(value))}`);
      if (!found) continue;
      mapped ??= { raw: { ...raw }, theirs: {} };
      mapped.raw[name] = found.ours;
      mapped.theirs[name] = found.theirs;
    }
    return mapped;
  }
}

/** The mapping of a source; null where it has none, so that nothing is looked up for its rows. */
export async function mappingOf(sql: Sql, sourceId: number | null | undefined): Promise<SourceMapping | null> {
  if (sourceId === null || sourceId === undefined) return null;
  const codes = await sql.rows<{ kind: string; key: string; ours: string; theirs: string }>(
    `select kind, key, ours, theirs from source_code where source_id = $1 and kind <> 'UNIT'`,
    [sourceId],
  );
  return codes.length === 0 ? null : new SourceMapping(codes);
}
