import type { Day } from '@chi-tieu/shared/domain/days';
import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';
import type { DatedText, ProcedureText } from '@chi-tieu/shared/domain/procedure-text';
import type { Sql } from '../../app/sql.ts';
import { TEXT_COLUMNS } from './catalogue.queries.ts';

/** A stored text of a procedure, with the versions of the procedure in which it came and went. */
export interface TextRow extends DatedText {
  id: number;
  procedureId: number;
  decisionId: number | null;
  locator: string | null;
  since: number;
  /** Null while it is what holds. */
  until: number | null;
}

interface FlatTextRow extends ProcedureText, Omit<TextRow, 'text'> {}

/** The texts of procedures, those that hold (or all that ever did), in the order of their days. */
export async function textsOf(sql: Sql, procedureIds: number[], which: 'CURRENT' | 'ALL'): Promise<TextRow[]> {
  const rows = await sql.rows<FlatTextRow>(
    `select v.id, v.procedure_id as "procedureId", lower(v.valid)::text as "from", (upper(v.valid) - 1)::text as "to", ${TEXT_COLUMNS},
            v.decision_id as "decisionId", v.locator, came.version as since, went.version as until
       from procedure_text v
       join procedure_revision came on came.procedure_id = v.procedure_id and came.moment_id = v.recorded_by
       left join procedure_revision went on went.procedure_id = v.procedure_id and went.moment_id = v.superseded_by
      where v.procedure_id = any ($1) and ($2 or v.superseded_by is null)
      order by v.procedure_id, lower(v.valid) nulls first, v.id`,
    [procedureIds, which === 'ALL'],
  );
  return rows.map(({ id, procedureId, from, to, decisionId, locator, since, until, ...text }) => {
    return { id, procedureId, from, to, decisionId, locator, since, until, text };
  });
}

export interface NewText {
  procedureId: number;
  code: string;
  from: Day | null;
  to: Day | null;
  text: ProcedureText;
  decisionId: number | null;
  locator: string | null;
}

/** Marks texts as no longer what holds. */
export async function supersedeTexts(sql: Sql, moment: string, ids: number[]): Promise<void> {
  await sql.run('update procedure_text set superseded_by = $1 where id = any ($2)', [moment, ids]);
}

export async function insertTexts(sql: Sql, provinceId: number, moment: string, texts: NewText[]): Promise<void> {
  const rows = texts.map(({ code, text, ...row }) => {
    const words = [text.name, text.field ?? '', text.authority ?? ''];
    const [search, searchMarked] = [fold, foldMarked].map((by) => [code, ...words.map(by)].join(' ').trim());
    return { ...row, ...text, search, searchMarked };
  });
  await sql.run(
    `insert into procedure_text (province_id, procedure_id, valid, name, field, tiers, authority, legal_bases, processing_days, fees,
            documents, links, conditions, decision_id, locator, search, search_marked, recorded_by)
     select $1, x."procedureId", daterange(x."from", x."to", '[]'), x.name, x.field,
            array (select t::tier from jsonb_array_elements_text(x.tiers) t), x.authority,
            array (select jsonb_array_elements_text(x."legalBases")), x."processingDays", x.fees, x.documents, x.links, x.conditions,
            x."decisionId", x.locator, x.search, x."searchMarked", $2
       from jsonb_to_recordset($3::jsonb) as x ("procedureId" int, "from" date, "to" date, name text, field text, tiers jsonb,
            authority text, "legalBases" jsonb, "processingDays" numeric, fees text, documents jsonb, links jsonb, conditions text,
            "decisionId" int, locator text, search text, "searchMarked" text)`,
    [provinceId, moment, JSON.stringify(rows)],
  );
}
