import type { Day } from '@chi-tieu/shared/domain/days';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** What is done about guidance, measures and tasks of directions. */
export const MATTER_ACTS = [
  ...(['ISSUED', 'REISSUED', 'WITHDRAWN', 'ACKNOWLEDGED', 'ASKED', 'ANSWERED'] as const),
  ...(['PLANNED', 'CHANGED', 'BEGUN', 'GIVEN_UP', 'RESUMED', 'JUDGED', 'STRUCK'] as const),
  ...(['GIVEN', 'NOTED', 'PROGRESS', 'DONE', 'CONFIRMED', 'RETURNED', 'EXTENDED', 'CALLED_OFF'] as const),
] as const;
export type MatterActName = (typeof MATTER_ACTS)[number];

/** Which matter a step is about. */
export type MatterKind = 'GUIDANCE' | 'MEASURE' | 'TASK';

const COLUMN: Readonly<Record<MatterKind, string>> = {
  GUIDANCE: 'guidance_id',
  MEASURE: 'measure_id',
  TASK: 'task_id',
};

/** A file that a step brought. */
export interface StepFile {
  sha256: string;
  name: string;
}

/** A step as it is stored. */
export interface MatterStepRow {
  id: string;
  matterId: string;
  act: MatterActName;
  body: string | null;
  unitId: number | null;
  edition: number | null;
  dueOn: Day | null;
  day: Day;
  by: string | null;
  at: Date;
  files: (StepFile & { mediaType: string; bytes: number })[];
}

export interface NewStep {
  kind: MatterKind;
  id: string;
  act: MatterActName;
  day: Day;
  body?: string | null;
  /** On behalf of which unit; nothing: of who gave it. */
  unitId?: number | null;
  edition?: number | null;
  dueOn?: Day | null;
}

/** Adds a step with its files. */
export async function insertMatterStep(
  tx: Writer,
  provinceId: number,
  { kind, id, act, day, body = null, unitId = null, edition = null, dueOn = null }: NewStep,
  files: readonly StepFile[] = [],
): Promise<void> {
  const row = await tx.row<{ id: string }>(
    `insert into matter_step (province_id, ${COLUMN[kind]}, act, body, unit_id, edition, due_on, day, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id::text`,
    [provinceId, id, act, body, unitId, edition, dueOn, day, tx.accountId, tx.moment],
  );
  for (const [at, { sha256, name }] of files.entries())
    await tx.run('insert into matter_file (province_id, step_id, sha256, name, position) values ($1, $2, $3, $4, $5)', [
      ...[provinceId, row?.id, sha256, name, at],
    ]);
}

/** The steps within sight of some matters of a kind, in their order. */
export function stepsOfMatters(
  sql: Sql,
  provinceId: number,
  kind: MatterKind,
  ids: readonly string[],
): Promise<MatterStepRow[]> {
  const column = COLUMN[kind];
  return sql.rows<MatterStepRow>(
    `select s.id::text, s.${column}::text as "matterId", s.act, s.body, s.unit_id as "unitId", s.edition, s.due_on::text as "dueOn",
            s.day::text as day, account_name(s.account_id) as by, m.at,
            coalesce((select jsonb_agg(jsonb_build_object('sha256', f.sha256, 'name', f.name, 'mediaType', c.media_type, 'bytes', c.bytes)
                                       order by f.position)
                        from matter_file f join stored_file c using (sha256) where f.step_id = s.id), '[]') as files
       from matter_step s join moment m on m.id = s.recorded_by
      where s.province_id = $1 and s.${column} = any ($2::bigint[]) order by s.${column}, s.id`,
    [provinceId, ids],
  );
}

/** A file with its bytes; null where the step is beyond sight, or did not bring it. */
export function fileOfStep(
  sql: Sql,
  provinceId: number,
  stepId: string,
  sha256: string,
): Promise<{ sha256: string; name: string; mediaType: string; content: Buffer } | null> {
  return sql.row(
    `select f.sha256, f.name, c.media_type as "mediaType", c.content from matter_file f join stored_file c using (sha256)
      where f.province_id = $1 and f.step_id = $2 and f.sha256 = $3`,
    [provinceId, stepId, sha256],
  );
}
