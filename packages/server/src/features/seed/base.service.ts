import type { Writer } from '../../app/database.ts';
import { insertList } from '../catalogue/lists.queries.ts';
import { insertIndicator } from '../rates/indicators.queries.ts';
import { readBaseData, type BaseData, type UnitVersionFact } from './base-data.ts';

/** Stores the official units with their history, the first list (empty) and the indicators. */
export async function storeBase(tx: Writer): Promise<void> {
  const base = readBaseData();
  const ids = await storeIdentities(tx, base.units);
  const provinceId = ids.get(base.units.find((unit) => unit.kind === 'PROVINCE')?.unit ?? '') ?? 0;
  await storeVersions(tx, provinceId, base.units, ids);
  await storeSuccessions(tx, provinceId, base, ids);
  await storeIndicators(tx, provinceId, base);
}

async function storeIdentities(tx: Writer, units: UnitVersionFact[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  let provinceId: number | null = null;
  const order = [...units].sort((a, b) => Number(b.kind === 'PROVINCE') - Number(a.kind === 'PROVINCE'));
  for (const unit of order) {
    if (ids.has(unit.unit)) continue;
    // The province is its own province; the reference is checked when the transaction ends.
    const row: { id: number } | null = await tx.row<{ id: number }>(
      `insert into unit (province_id, kind, code_is_official)
       values (coalesce($1, currval(pg_get_serial_sequence('unit', 'id'))), $2, $3) returning id`,
      [provinceId, unit.kind, unit.official],
    );
    provinceId ??= row?.id ?? null;
    ids.set(unit.unit, row?.id ?? 0);
  }
  await tx.run('update unit set province_id = $1 where id = any ($2)', [provinceId, [...ids.values()]]);
  return ids;
}

async function storeVersions(
  tx: Writer,
  provinceId: number,
  units: UnitVersionFact[],
  ids: Map<string, number>,
): Promise<void> {
  const rows = units.map((unit) => ({
    unitId: ids.get(unit.unit),
    parentId: unit.parentCode === null ? null : ids.get(bearer(units, unit.parentCode, unit)?.unit ?? ''),
    code: unit.code,
    name: unit.name,
    type: unit.type,
    from: unit.from,
    to: unit.to,
    source: unit.source,
  }));
  await tx.run(
    `insert into unit_version (province_id, unit_id, code, name, type, parent_id, valid, source, recorded_by)
     select $1, x."unitId", x.code, x.name, x.type, x."parentId", daterange(x."from", x."to", '[]'), x.source, $2
       from jsonb_to_recordset($3::jsonb) as x ("unitId" int, "parentId" int, code text, name text, type text, "from" date, "to" date, source text)`,
    [provinceId, tx.moment, JSON.stringify(rows)],
  );
}

/** Who bore a code while a version held. */
function bearer(units: UnitVersionFact[], code: string, during: UnitVersionFact): UnitVersionFact | undefined {
  return units.find(
    (unit) =>
      unit.code === code && (unit.from ?? '0') <= (during.to ?? '9') && (during.from ?? '0') <= (unit.to ?? '9'),
  );
}

async function storeSuccessions(
  tx: Writer,
  provinceId: number,
  base: BaseData,
  ids: Map<string, number>,
): Promise<void> {
  const rows = base.successions.map((row) => ({ ...row, from: ids.get(row.predecessor), to: ids.get(row.successor) }));
  await tx.run(
    `insert into unit_succession (province_id, predecessor_id, successor_id, on_day, is_main, source, recorded_by)
     select $1, x."from", x."to", x."on", x.main, x.source, $2
       from jsonb_to_recordset($3::jsonb) as x ("from" int, "to" int, "on" date, main boolean, source text)`,
    [provinceId, tx.moment, JSON.stringify(rows)],
  );
}

async function storeIndicators(tx: Writer, provinceId: number, base: BaseData): Promise<void> {
  const lists = new Map<string, number>();
  for (const list of base.serviceLists) lists.set(list.code, await insertList(tx, provinceId, tx.moment, list));
  for (const indicator of base.indicators) {
    const listId = indicator.list === null ? null : (lists.get(indicator.list) ?? null);
    await insertIndicator(tx, provinceId, { ...indicator, listId, tiers: null, statuses: null });
  }
}
