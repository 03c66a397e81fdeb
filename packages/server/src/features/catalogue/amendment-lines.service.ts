import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import { tierOfKind } from '@chi-tieu/shared/domain/tier';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { badInputs, type FieldProblem } from '../../app/errors.ts';
import type { Sql } from '../../app/sql.ts';
import { findUnit } from '../units/units.service.ts';
import { proceduresByCode } from './catalogue.queries.ts';
import { aboutKey } from './list-entries.service.ts';
import type { ChangeRow, NewChange } from './lists.queries.ts';

/** One line of a decision as entered. */
export interface LineDraft {
  action: ServiceListAction;
  procedure: string;
  tier: UnitKind;
  level?: ServiceLevel | null | undefined;
  /** A unit's code: the line holds for it and what lies below it. */
  unit?: string | null | undefined;
  locator?: string | null | undefined;
}

/** A line of the input with its place there and the code of its procedure. */
export type Line = NewChange & { index: number; code: string };

const LONGEST_LOCATOR = 100;

/** What a line names: a unit with its tier, or nobody knows it. */
export type NamedUnit = { id: number; tier: UnitKind } | 'UNKNOWN';

/** The units that lines name, by their codes, as of the year of a decision's effective day. Ask before the writing begins. */
export async function namedUnits(ctx: Context, lines: LineDraft[], day: Day): Promise<Map<string, NamedUnit>> {
  const codes = [...new Set(lines.flatMap(({ unit }) => (unit ? [unit] : [])))];
  const found = new Map<string, NamedUnit>();
  for (const code of codes) {
    const unit = (await findUnit(ctx, code, { year: Number(day.slice(0, 4)) }))?.version;
    found.set(code, unit ? { id: unit.unitId, tier: tierOfKind(unit.kind) } : 'UNKNOWN');
  }
  return found;
}

/** What lines name: units by their codes as they were typed, and the ids of procedures that come with them by their codes. */
export interface Named {
  units: ReadonlyMap<string, NamedUnit>;
  made: ReadonlyMap<string, number>;
}

/** The lines ready to be recorded; every problem of every line is told at once as BAD_USER_INPUT. */
export async function checkLines(sql: Sql, provinceId: number, drafts: LineDraft[], named: Named): Promise<Line[]> {
  const { lines, problems } = await readLines(sql, provinceId, drafts, named);
  if (problems.length > 0) throw badInputs(problems);
  return lines;
}

/** The lines as they would be recorded, with every problem of every line. */
export async function readLines(
  sql: Sql,
  provinceId: number,
  drafts: LineDraft[],
  { units, made }: Named,
): Promise<{ lines: Line[]; problems: FieldProblem[] }> {
  const codes = drafts.map((change) => nationalCode(change.procedure) ?? '');
  const found = (await proceduresByCode(sql, provinceId, codes)).map(({ code, id }) => [code, id] as const);
  const known = new Map([...made, ...found]);
  const problems: FieldProblem[] = [];
  const lines = drafts.map((draft, index): Line => {
    const code = codes[index] ?? '';
    const procedureId = known.get(code);
    const unit = draft.unit ? units.get(draft.unit) : undefined;
    const locator = draft.locator?.normalize('NFC').trim().replace(/\s+/g, ' ') || null;
    problems.push(...lineProblems({ draft, isKnown: procedureId !== undefined, unit, locator }, index));
    const { action, tier } = draft;
    const level = action === 'REMOVE' ? null : (draft.level ?? null);
    const unitId = unit === undefined || unit === 'UNKNOWN' ? null : unit.id;
    return { index, code, action, procedureId: procedureId ?? 0, tier, unitId, level, locator };
  });
  return { lines, problems };
}

interface LookedUp {
  draft: LineDraft;
  isKnown: boolean;
  unit: NamedUnit | undefined;
  locator: string | null;
}

function lineProblems({ draft, isKnown, unit, locator }: LookedUp, index: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (field: string, text: FieldProblem['text'], params: FieldProblem['params'] = {}) =>
    problems.push({ path: `input.changes.${index}.${field}`, text, params });
  if (!isKnown) tell('procedure', unknownText(draft.procedure), { code: draft.procedure.slice(0, 60) });
  if (draft.tier === 'DEPARTMENT') tell('tier', 'tier.department');
  if (draft.action !== 'REMOVE' && !draft.level) tell('level', 'list.level');
  if (unit === 'UNKNOWN') tell('unit', 'unit.unknown', { code: (draft.unit ?? '').slice(0, 60) });
  else if (unit !== undefined && draft.tier !== 'DEPARTMENT' && unit.tier !== draft.tier)
    tell('tier', 'list.tierOfUnit');
  if (locator !== null && (locator.length > LONGEST_LOCATOR || locator.includes('\0')))
    tell('locator', 'list.locator', { most: LONGEST_LOCATOR });
  return problems;
}

/** What is said of a code that nobody knows: a well-formed one may be that of a new procedure. */
export function unknownText(code: string): 'procedure.unknown' | 'procedure.unannounced' {
  return nationalCode(code) === null ? 'procedure.unknown' : 'procedure.unannounced';
}

/** The lines but for those that only repeat the last thing which the decision is known to say about the same. */
export function unsaidLines(known: readonly ChangeRow[], decisionId: number, lines: Line[]): Line[] {
  const says = (change: NewChange) => `${change.action}|${change.level ?? ''}`;
  const said = known.filter((change) => change.decisionId === decisionId);
  const last = new Map(said.map((change) => [aboutKey(change), says(change)]));
  return lines.filter((line) => {
    const repeats = last.get(aboutKey(line)) === says(line);
    last.set(aboutKey(line), says(line));
    return !repeats;
  });
}
