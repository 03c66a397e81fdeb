import type { Day } from '@chi-tieu/shared/domain/days';
import { isNumberKey, type Page } from '../../app/connection.ts';
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
  begunAt: Date;
  at: Date;
  changedBy: string;
  /** Whether whoever asks began it or saved it last. */
  isOwn: boolean;
}

/** The keyset of a page: whether it is one's own, then the moment of its last saving. */
export type DraftKey = [boolean, string];

export function isDraftKey(key: unknown): key is DraftKey {
  return Array.isArray(key) && key.length === 2 && typeof key[0] === 'boolean' && isNumberKey(key[1]);
}

const OWN = 'coalesce(m.account_id = $2 or b.account_id = $2, false)';
const COLUMNS = `d.id, d.code, d.version, d.base_version as "baseVersion", d.text_from::text as "textFrom", d.fields,
  account_name(m.account_id) as author, account_name(b.account_id) as "begunBy", b.at as "begunAt", m.at,
  d.changed_by as "changedBy", ${OWN} as "isOwn"`;
const DRAFTS = `procedure_draft d join moment m on m.id = d.changed_by join moment b on b.id = d.begun_by`;

/** The draft of a code; `accountId` is who asks, where that matters. */
export function draftByCode(
  sql: Sql,
  provinceId: number,
  code: string,
  accountId: number | null = null,
): Promise<DraftRow | null> {
  return sql.row<DraftRow>(`select ${COLUMNS} from ${DRAFTS} where d.province_id = $1 and d.code = $3`, [
    provinceId,
    accountId,
    code,
  ]);
}

/** All drafts, first those of who asks, each time the one that was saved last first; one more than asked for. */
export function latestDrafts(
  sql: Sql,
  provinceId: number,
  accountId: number | null,
  { first, after }: Page<DraftKey>,
): Promise<DraftRow[]> {
  return sql.rows<DraftRow>(
    `select ${COLUMNS} from ${DRAFTS}
      where d.province_id = $1 and ($4::bigint is null or (${OWN}, d.changed_by) < ($3::boolean, $4::bigint))
      order by ${OWN} desc, d.changed_by desc limit $5`,
    [provinceId, accountId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
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

const KEPT = 'province_id, code, version, base_version, text_from, fields, begun_by, changed_by';

/** Keeps a draft with the step that publishes it, where it made one: one that says what is published already makes none. */
export async function keepPublished(sql: Sql, moment: string, id: number): Promise<void> {
  await sql.run(
    `insert into published_draft (moment_id, ${KEPT})
     select $1, ${KEPT} from procedure_draft where id = $2 and exists (select from change_set where moment_id = $1)`,
    [moment, id],
  );
}

/** The draft that a step published, in the version that was published. */
export interface PublishedDraft {
  stepId: string;
  code: string;
  version: number;
  changedBy: string;
  /** How many undoings lie between the step that was asked for and the publishing: an odd number undoes it. */
  undoings: number;
}

/** What a step, or the step that it undoes in the end, published; null where that was no draft. */
export function draftOfStep(sql: Sql, stepId: string): Promise<PublishedDraft | null> {
  return sql.row<PublishedDraft>(
    `with recursive chain (id, undoes, undoings) as (
       select moment_id, undoes, 0 from change_set where moment_id = $1
       union all
       select s.moment_id, s.undoes, c.undoings + 1 from chain c join change_set s on s.moment_id = c.undoes)
     select p.moment_id as "stepId", p.code, p.version, p.changed_by as "changedBy", c.undoings
       from chain c join published_draft p on p.moment_id = c.id`,
    [stepId],
  );
}

/** Has the draft that a step published be kept again as it was. */
export async function bringDraftBack(sql: Sql, stepId: string): Promise<{ version: number }> {
  const row = await sql.row<{ version: number }>(
    `insert into procedure_draft (${KEPT}) select ${KEPT} from published_draft where moment_id = $1 returning version`,
    [stepId],
  );
  if (!row) throw new Error('a draft that was published is gone');
  return row;
}

/** Of the steps that published drafts of a code and are undone: the one that published this draft as it is, or the first after a step. */
export function undonePublishing(
  sql: Sql,
  provinceId: number,
  code: string,
  which: { draft: Pick<DraftRow, 'version' | 'changedBy'> } | { after: string },
): Promise<{ stepId: string } | null> {
  const [condition, ...values] =
    'draft' in which
      ? ['p.version = $3 and p.changed_by = $4', which.draft.version, which.draft.changedBy]
      : ['p.moment_id > $3', which.after];
  return sql.row<{ stepId: string }>(
    `select p.moment_id as "stepId" from published_draft p join change_set s on s.moment_id = p.moment_id
      where p.province_id = $1 and p.code = $2 and s.undone_by is not null and ${condition} order by p.moment_id limit 1`,
    [provinceId, code, ...values],
  );
}
