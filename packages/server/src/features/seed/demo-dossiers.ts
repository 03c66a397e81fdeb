import type { Day } from '@chi-tieu/shared/domain/days';
import { damaged, type DemoRow, type IntendedProblem } from './demo-bad-rows.ts';
import { stampOf } from './demo-calendar.ts';
import { progress } from './demo-progress.ts';
import { DemoRandom } from './demo-random.ts';
import { onlineShare, readDemoShape, type DemoShape, type Sender, type Task, type Work } from './demo-shape.ts';

const FIRST_DAY: Day = '2021-01-01';
const LAST_DAY: Day = '2022-12-31';
const COMMUNE_SHARE = 0.68;
const DISTRICT_SHARE = 0.06;
/** One row in so many is bad. */
const BAD_ROW_EVERY = 800;
/** Dossiers that a clerk still takes for a procedure that was repealed: one in so many. */
const TAKEN_AFTER_REPEAL = 0.04;

export interface DemoOptions {
  /** How many rows, bad ones included. */
  count?: number;
  /** The same seed gives the same rows. */
  seed?: number;
}

/** A made row, and why it is meant to be refused; null for a good one. */
export interface DemoDossier {
  row: DemoRow;
  problem: IntendedProblem | null;
}

/**
 * Made dossiers received in 2021 and 2022, in the field names of DongBoHoSoMC and in the order of the days they came. No
 * person stands behind any of them, and none is named. Known up to the end of 2022: what was not finished by then is pending.
 */
export function* demoDossiers(options: DemoOptions = {}): Generator<DemoRow> {
  for (const { row } of demoDossiersWithProblems(options)) yield row;
}

/** The same rows, each with what is wrong with it. */
export function* demoDossiersWithProblems({ count = 120_000, seed = 793 }: DemoOptions = {}): Generator<DemoDossier> {
  const random = new DemoRandom(seed);
  const shape = readDemoShape(random, FIRST_DAY, LAST_DAY);
  let made = 0;
  for (const { day, upTo } of rowsByDay(shape, count)) {
    const numbers = new Map<string, number>();
    for (; made < upTo; made++) {
      const row = dossier(shape, random, day, numbers);
      const isBad = made % BAD_ROW_EVERY === BAD_ROW_EVERY / 2;
      yield isBad ? damaged(row, Math.floor(made / BAD_ROW_EVERY)) : { row, problem: null };
    }
  }
}

/** How many rows are made up to the end of each day, so that they add up to the count. */
function* rowsByDay({ calendar, months }: DemoShape, count: number): Generator<{ day: number; upTo: number }> {
  const weights: { day: number; soFar: number }[] = [];
  let total = 0;
  for (let day = calendar.first; day <= calendar.last; day++) {
    total += calendar.busyness(day) * (months.get(calendar.text(day).slice(0, 7))?.volume ?? 0);
    weights.push({ day, soFar: total });
  }
  for (const { day, soFar } of weights) yield { day, upTo: Math.round((count * soFar) / total) };
}

function dossier(shape: DemoShape, random: DemoRandom, number: number, numbers: Map<string, number>): DemoRow {
  const { calendar } = shape;
  const day = calendar.text(number);
  const { sender, task } = drawWork(shape, random, day);
  const isOnline = random.isIn(
    onlineShare((shape.months.get(day.slice(0, 7))?.online ?? 0) + sender.digital + task.ease),
  );
  // Nobody stands at a counter on a day off: what comes then comes online.
  const channel = isOnline || !calendar.isOpen(number) ? '2' : random.isIn(0.05) ? '3' : '1';
  const seconds = receptionTime(random, channel === '2' && (!calendar.isOpen(number) || random.isIn(0.12)));
  const serial = (numbers.get(sender.unit) ?? 0) + 1;
  numbers.set(sender.unit, serial);
  const leavesChannelOut = (sender.channelFrom !== null && day < sender.channelFrom) || random.isIn(0.008);
  return {
    MaHoSo: `${sender.identifier}-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`,
    MaTTHC: sender.writesFullCode ? `${task.procedure}.000.00.00.H55` : task.procedure,
    KenhThucHien: leavesChannelOut ? '' : channel,
    NgayTiepNhan: stampOf(day, seconds),
    ...progress(calendar, random, { number, seconds, days: task.days }),
    DonViXuLy: nameOn(sender, day),
  };
}

/** Who received what: first the level, then, until the procedure is one that is taken on the day, unit and procedure. */
function drawWork(shape: DemoShape, random: DemoRandom, day: Day): Work {
  const level = random.next();
  for (;;) {
    const work = drawWorkAt(shape, random, level);
    if (isTakenOn(work.task, day, random)) return work;
  }
}

function drawWorkAt(shape: DemoShape, random: DemoRandom, level: number): Work {
  if (level < COMMUNE_SHARE) return { sender: shape.communes.draw(random), task: shape.communeTasks.draw(random) };
  if (level < COMMUNE_SHARE + DISTRICT_SHARE) {
    return { sender: shape.districts.draw(random), task: shape.districtTasks.draw(random) };
  }
  return shape.departmentWork.draw(random);
}

function isTakenOn(task: Task, day: Day, random: DemoRandom): boolean {
  if (task.inForceFrom !== null && day < task.inForceFrom) return false;
  return task.inForceTo === null || day <= task.inForceTo || random.isIn(TAKEN_AFTER_REPEAL);
}

/** Seconds of the day: in office hours, mornings a little more, or in the evening from home. */
function receptionTime(random: DemoRandom, atHome: boolean): number {
  if (atHome) return random.between(18 * 3600, 22 * 3600);
  return random.isIn(0.58) ? random.between(27_000, 41_400) : random.between(48_600, 60_600);
}

function nameOn({ names }: Sender, day: Day): string {
  return names.findLast(({ from }) => from === null || from <= day)?.name ?? '';
}
