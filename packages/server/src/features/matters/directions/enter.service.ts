import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { formatRate } from '@chi-tieu/shared/domain/rate';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { needProvince } from '../../accounts/reach.service.ts';
import { checkSaid } from '../../plans/talk/said.service.ts';
import type { ReportRow } from '../../reports/reports.queries.ts';
import { composed, existingReport } from '../../reports/reports.service.ts';
import { today, unitInInput } from '../../units/units.service.ts';
import { checkDeadline, checkShortIfAny, needAlive } from '../log/log.service.ts';
import { insertMatterStep } from '../log/steps.queries.ts';
import { nameOfReport } from './directions.service.ts';
import { wakeMatters } from '../telling/matter-worker.ts';
import { insertDirection, replacedBy, type DirectionText } from './directions.queries.ts';

/** What was decided, as it is given. */
export interface DirectionGiven {
  report: string;
  /** The key of the sentence, or the code of the unit whose row it follows from. */
  sentence: string | null;
  row: string | null;
  number: string | null;
  text: string;
  givenOn: Day;
  units: string[];
  due: Day;
  /** The writer knows that another report stands in the place of this one. */
  onReplaced: boolean;
}

const MOST_UNITS = 300;
const LONGEST_NUMBER = 100;
const LONGEST_QUOTE = 4_000;

/** Enters what was decided on a published report: a task for each of its units; gives its id. */
export async function enterDirection(ctx: Context, given: DirectionGiven): Promise<string> {
  await needProvince(ctx, 'report.approve');
  const report = await existingReport(ctx, given.report);
  if (report.state !== 'PUBLISHED') throw conflict('direction.notPublished', {});
  const { givenOn, due, onReplaced } = given;
  await needKnown(ctx, report.id, onReplaced);
  checkDays(ctx, report, given);
  const text: DirectionText = {
    ...placeIn(report, given),
    reportId: report.id,
    number: checkShortIfAny('input.number', given.number, LONGEST_NUMBER),
    body: checkSaid('input.text', given.text),
    givenOn,
  };
  const unitIds = await unitsIn(ctx, given.units);
  const day = today(ctx);
  const entered = await ctx.write(
    'giveDirection',
    async (tx) => {
      const { id, tasks } = await insertDirection(tx, ctx.provinceId, text, { unitIds, dueOn: due });
      for (const task of tasks)
        await insertMatterStep(tx, ctx.provinceId, { kind: 'TASK', id: task.id, act: 'GIVEN', day, dueOn: due });
      const after = { units: unitIds.length, dueOn: due, report: nameOfReport(report) };
      tx.audit({ what: 'DIRECTION_ENTERED', about: { kind: 'DIRECTION', id }, unitId: ctx.provinceId, after });
      return id;
    },
    { sees: ['matters'] },
  );
  wakeMatters(ctx.app);
  return entered;
}

/** What is decided on a report in whose place another one stands is decided by somebody who knows that. */
async function needKnown(ctx: Context, reportId: string, onReplaced: boolean): Promise<void> {
  if (!onReplaced && (await replacedBy(ctx.read, ctx.provinceId, [reportId])).length > 0)
    throw badInput('input.onReplaced', 'direction.replaced');
}

function checkDays(ctx: Context, { dated, to }: ReportRow, { givenOn, due }: DirectionGiven): void {
  const first = dated ?? to;
  if (compareDays(givenOn, today(ctx)) > 0) throw badInput('input.givenOn', 'direction.ahead');
  if (compareDays(givenOn, first) < 0) throw badInput('input.givenOn', 'direction.beforeReport', { day: first });
  if (compareDays(due, givenOn) < 0) throw badInput('input.due', 'direction.dueBefore');
  checkDeadline(ctx, 'input.due', due);
}

/** The sentence or row as it stands in the published report. */
function placeIn(report: ReportRow, { sentence, row }: DirectionGiven): Pick<DirectionText, 'place' | 'quote'> {
  if (sentence !== null && row !== null) throw badInput('input.row', 'direction.onePlace');
  if (sentence !== null) {
    const found = composed(report)
      .sections.flatMap(({ sentences }) => sentences)
      .find(({ key }) => key === sentence);
    if (!found?.text) throw badInput('input.sentence', 'direction.noSentence');
    if (found.text.length > LONGEST_QUOTE)
      throw badInput('input.sentence', 'direction.quoteLong', { most: LONGEST_QUOTE });
    return { place: `S:${sentence}`, quote: found.text };
  }
  if (row === null) return { place: null, quote: null };
  const { province, units } = report.facts;
  const found = [province, ...units].find(({ unit }) => unit.code === row);
  if (!found) throw badInput('input.row', 'direction.noRow', { code: row });
  const { numerator, denominator } = found;
  const rate = denominator === 0 ? '' : ` (${formatRate(found, { locale: 'vi' })})`;
  return { place: `R:${row}`, quote: `${found.unit.name}: ${numerator}/${denominator} hồ sơ${rate}` };
}

async function unitsIn(ctx: Context, codes: readonly string[]): Promise<number[]> {
  if (codes.length === 0) throw badInput('input.units', 'direction.noUnits');
  if (codes.length > MOST_UNITS) throw badInput('input.units', 'input.tooMany', { most: MOST_UNITS });
  const ids: number[] = [];
  for (const [at, code] of codes.entries()) {
    const { unitId } = (await unitInInput(ctx, `input.units.${at}`, code)).version;
    await needAlive(ctx, `input.units.${at}`, code, unitId);
    ids.push(unitId);
  }
  return [...new Set(ids)];
}
