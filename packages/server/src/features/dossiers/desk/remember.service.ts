import type { Writer } from '../../../app/database.ts';
import { aliasesOfUnit, replaceAliases } from '../../units/units.queries.ts';
import type { CauseKey } from './cause-key.ts';
import type { Decided } from './decision.service.ts';
import { addProcedureAlias, withdrawProcedureAlias } from './procedure-alias.queries.ts';

type Remembered = Pick<Decided, 'namedId' | 'procedureId'>;

/**
 * Has rows to come mean the same: the identifier becomes an alias of the unit, the code one of the procedure. False where it is known
 * already. CONFLICT where the identifier is another unit's.
 */
export async function remember(
  tx: Writer,
  provinceId: number,
  { text }: CauseKey,
  { namedId, procedureId }: Remembered,
  code: string | null,
): Promise<boolean> {
  if (procedureId !== null) return addProcedureAlias(tx, provinceId, text, procedureId);
  if (namedId === null) return false;
  const known = await aliasesOfUnit(tx, provinceId, namedId);
  if (known.some(({ key }) => key === text)) return false;
  await changeAliases(tx, provinceId, { unitId: namedId, code }, [...known, { alias: text, key: text }]);
  return true;
}

/** Takes back what was remembered; rows to come are unknown again. */
export async function forget(
  tx: Writer,
  provinceId: number,
  { text }: CauseKey,
  { namedId, procedureId }: Remembered,
  code: string | null,
): Promise<void> {
  if (procedureId !== null) return withdrawProcedureAlias(tx, provinceId, text);
  if (namedId === null) return;
  const known = await aliasesOfUnit(tx, provinceId, namedId);
  const left = known.filter(({ key }) => key !== text);
  if (left.length < known.length) await changeAliases(tx, provinceId, { unitId: namedId, code }, left);
}

async function changeAliases(
  tx: Writer,
  provinceId: number,
  { unitId, code }: { unitId: number; code: string | null },
  aliases: { alias: string; key: string }[],
): Promise<void> {
  const before = await replaceAliases(tx, provinceId, unitId, aliases);
  const about = { kind: 'UNIT', id: code } as const;
  const after = { aliases: aliases.map(({ alias }) => alias) };
  tx.audit({ what: 'ALIASES_SET', about, unitId, before: { aliases: before }, after });
}
