import type { Day } from '@chi-tieu/shared/domain/days';
import type { Page } from '../../app/connection.ts';
import type { Sql } from '../../app/sql.ts';
import type { Stand } from './stand.ts';

/** A decision's header, as somebody names it. */
export interface NamedDecision {
  number: string;
  issuedOn: Day;
  effectiveOn?: Day | null | undefined;
  issuer?: string | null | undefined;
}

/** All that a draft says. */
export interface DraftFields extends Stand {
  /** undefined: the one of the text whose place it takes. */
  decision?: NamedDecision | null | undefined;
  locator?: string | null | undefined;
}

/** A draft as it is stored; it reads as what it says. */
export interface DraftRow {
  id: number;
  code: string;
  version: number;
  baseVersion: number;
  textFrom: Day | null;
  fields: DraftFields;
  /** Who saved it last, by name, and when; who began it. */
  author: string | null;
  begunBy: string | null;
  at: Date;
  changedBy: string;
}

const COLUMNS = `d.id, d.code, d.version, d.base_version as "baseVersion", d.text_from::text as "textFrom", d.fields,
  account_name(m.account_id) as author, account_name(b.account_id) as "begunBy", m.at, d.changed_by as "changedBy"`;
const DRAFTS = `procedure_draft d join moment m on m.id = d.changed_by join moment b on b.id = d.begun_by`;

export function draftByCode(sql: Sql, provinceId: number, code: string): Promise<DraftRow | null> {
  return sql.row<DraftRow>(`select ${COLUMNS} from ${DRAFTS} where d.province_id = $1 and d.code = $2`, [
    provinceId,
    code,
  ]);
}

/** The drafts that were saved last, first; one more than asked for. */
export function latestDrafts(sql: Sql, provinceId: number, { first, after }: Page<string>): Promise<DraftRow[]> {
  return sql.rows<DraftRow>(
    `select ${COLUMNS} from ${DRAFTS} where d.province_id = $1 and ($2::bigint is null or d.changed_by < $2)
      order by d.changed_by desc limit $3`,
    [provinceId, after, first + 1],
  );
}

export async function countDrafts(sql: Sql, provinceId: number): Promise<number> {
  const sentence = 'select count(*)::int as n from procedure_draft where province_id = $1';
  return (await sql.row<{ n: number }>(sentence, [provinceId]))?.n ?? 0;
}

export type NewDraft = Pick<DraftRow, 'code' | 'baseVersion' | 'textFrom' | 'fields'>;

/** Stores a draft, or the next version of it. */
export async function storeDraft(sql: Sql, provinceId: number, moment: string, draft: NewDraft): Promise<void> {
  await sql.run(
    `insert into procedure_draft (province_id, code, base_version, text_from, fields, begun_by, changed_by)
     values ($1, $2, $3, $4, $5, $6, $6)
         on conflict on constraint procedure_has_one_draft do update
        set version = procedure_draft.version + 1, base_version = excluded.base_version, text_from = excluded.text_from,
            fields = excluded.fields, changed_by = excluded.changed_by`,
    [provinceId, draft.code, draft.baseVersion, draft.textFrom, JSON.stringify(draft.fields), moment],
  );
}

export async function removeDraft(sql: Sql, id: number): Promise<void> {
  await sql.run('delete from procedure_draft where id = $1', [id]);
}
