import type { IndicatorRule } from '@chi-tieu/shared/domain/eligibility';
import type { Tier } from '@chi-tieu/shared/domain/tier';
import type { Channel, ServiceLevel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** The number of a definition: what ledger and totals are keyed by. Never the number of an indicator. */
export type DefinitionId = number & { readonly isOf: 'definition' };

/** What a definition is about: single dossiers, services that had one, or services that are offered. */
export type Counts = 'DOSSIERS' | 'SERVICES_USED' | 'SERVICES_OFFERED';

/** What is measured, as stored: data, not code. */
export interface DefinitionTerms {
  counts: Counts;
  basis: 'RESOLVED' | 'RECEIVED';
  eligibilityDate: 'RECEIVED' | 'RESOLVED' | 'PERIOD_END';
  inForceRequired: boolean;
  listId: number | null;
  levels: ServiceLevel[];
  /** Null: all. */
  tiers: Tier[] | null;
  /** Null: the basis decides. */
  statuses: number[] | null;
  numerator: 'CHANNEL' | 'ON_TIME';
  /** Null where the numerator is not of a channel. */
  numeratorChannel: Channel | null;
  clause: string | null;
}

/** An indicator as it answers: what it is called, and what it measures by one of its definitions. */
export interface IndicatorRow extends DefinitionTerms {
  /** The indicator's number: what targets and plans hang on. */
  id: number;
  code: string;
  name: string;
  /** The definition's number: what counts hang on. */
  definitionId: DefinitionId;
  version: number;
}

/** The columns of DefinitionTerms; `i` is `indicator_definition`. */
export const TERM_COLUMNS = `i.counts, i.basis, i.eligibility_date as "eligibilityDate", i.in_force_required as "inForceRequired",
  i.list_id as "listId", i.levels::text[] as levels, i.tiers::text[] as tiers, i.statuses, i.numerator,
  i.numerator_channel as "numeratorChannel", i.clause`;

/** The columns of IndicatorRow; `n` is `indicator`, `i` is `indicator_definition`. */
export const INDICATOR_COLUMNS = `n.id, n.code, n.name, i.id as "definitionId", i.version, ${TERM_COLUMNS}`;

/** True for a definition `i` whose contributions are booked in the ledger. */
export const IS_BOOKED = `(i.counts = 'DOSSIERS' and i.eligibility_date <> 'PERIOD_END')`;

/** True for a definition `i` that answered at an instant (null: the one that answers now). */
export function answeredThen(known: string): string {
  const by = (column: string) =>
    `exists (select 1 from moment switched where switched.id = i.${column} and switched.at <= ${known}::timestamptz)`;
  return `(case when ${known}::timestamptz is null then i.state = 'ACTIVE'
    else i.state in ('ACTIVE', 'RETIRED') and (i.activated_by is null or ${by('activated_by')}) and not ${by('retired_by')} end)`;
}

/** Every indicator of the province in the order of the codes, by the definition that answered at an instant (null: now). */
export function indicators(sql: Sql, provinceId: number, knownAt: Date | null = null): Promise<IndicatorRow[]> {
  return sql.rows<IndicatorRow>(
    `select ${INDICATOR_COLUMNS} from indicator n
       join indicator_definition i on i.indicator_id = n.id and ${answeredThen('$2')}
      where n.province_id = $1 order by n.code`,
    [provinceId, knownAt],
  );
}

/** A definition that answered, with when it began to (null: from the beginning) and when it ceased to (null: it answers now). */
export interface AnsweringDefinition extends IndicatorRow {
  activatedAt: Date | null;
  retiredAt: Date | null;
}

/** All definitions by which an indicator was ever answered, in their order. */
export function definitionsOfIndicator(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
): Promise<AnsweringDefinition[]> {
  return sql.rows<AnsweringDefinition>(
    `select ${INDICATOR_COLUMNS}, a.at as "activatedAt", r.at as "retiredAt" from indicator n
       join indicator_definition i on i.indicator_id = n.id and i.state in ('ACTIVE', 'RETIRED')
       left join moment a on a.id = i.activated_by
       left join moment r on r.id = i.retired_by
      where n.province_id = $1 and n.id = $2 order by i.version`,
    [provinceId, indicatorId],
  );
}

/** An indicator that there was from the beginning. */
export type NewIndicator = Omit<IndicatorRow, 'id' | 'definitionId' | 'version'>;

/**
 * Stores a new indicator with a definition that answers at once, as if it always had; its ledger is empty until something is
 * booked, so this is for a database without dossiers.
 */
export async function insertIndicator(
  sql: Sql,
  provinceId: number,
  row: NewIndicator,
): Promise<Pick<IndicatorRow, 'id' | 'definitionId' | 'version'>> {
  const made = await sql.row<{ id: number }>(
    'insert into indicator (province_id, code, name) values ($1, $2, $3) returning id',
    [provinceId, row.code, row.name],
  );
  const id = made?.id ?? 0;
  const definitionId = await insertDefinition(sql, provinceId, {
    ...row,
    indicatorId: id,
    version: 1,
    state: 'ACTIVE',
  });
  return { id, definitionId, version: 1 };
}

/** A definition before it has a number. */
export interface NewDefinition extends DefinitionTerms {
  indicatorId: number;
  version: number;
  state: string;
}

/** The terms in the order of `termParams`, as columns. */
export const STORED_TERMS = `counts, basis, eligibility_date, in_force_required, list_id, levels, tiers, statuses, numerator,
  numerator_channel, clause`;

/** The values of STORED_TERMS as placeholders from `$first` on. */
export function termPlaces(first: number): string {
  const casts = ['', '', '', '', '::int', '::service_level[]', '::tier[]', '::smallint[]', '', '::channel', ''];
  return casts.map((cast, at) => `$${first + at}${cast}`).join(', ');
}

export function termParams(row: DefinitionTerms): unknown[] {
  const { counts, basis, eligibilityDate, inForceRequired, listId, levels, tiers, statuses } = row;
  const { numerator, numeratorChannel, clause } = row;
  const looked = [counts, basis, eligibilityDate, inForceRequired, listId, levels, tiers, statuses];
  return [...looked, numerator, numeratorChannel, clause];
}

/** Stores a definition; returns its number. */
export async function insertDefinition(sql: Sql, provinceId: number, row: NewDefinition): Promise<DefinitionId> {
  const made = await sql.row<{ id: DefinitionId }>(
    `insert into indicator_definition (province_id, indicator_id, version, state, ${STORED_TERMS})
     values ($1, $2, $3, $4, ${termPlaces(5)}) returning id`,
    [provinceId, row.indicatorId, row.version, row.state, ...termParams(row)],
  );
  if (!made) throw new Error('The database gave no definition.');
  return made.id;
}

/** A definition as the pure rule reads it. */
export function ruleOf(row: DefinitionTerms): IndicatorRule {
  const { basis, eligibilityDate, inForceRequired, levels, tiers, statuses, numerator, numeratorChannel } = row;
  const asked = { basis, eligibilityDate, inForceRequired, listed: row.listId !== null, levels };
  return { ...asked, tiers, statuses, numerator, numeratorChannel };
}

/** Whether what it counts may be added up over units and given targets: dossiers may, services are counted once each. */
export function isAdditive({ counts }: Pick<DefinitionTerms, 'counts'>): boolean {
  return counts === 'DOSSIERS';
}
