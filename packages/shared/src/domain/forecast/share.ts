import type { Counts } from '../rate.ts';
import { monthOfYear, type History } from './history.ts';

/**
 * How the share of the months to come is told. LEVEL: that of the last three months, drawn towards the group's where there are few
 * dossiers. TREND: the same, and it goes on rising or falling as over the last six months, less each month. LAST_MONTH and SO_FAR are
 * what anybody would say without a forecast: as last month, as in the year so far.
 */
export type ShareMethod = 'TREND' | 'LEVEL' | 'SO_FAR' | 'LAST_MONTH';

/** Every method; of equally good ones the first is taken. */
export const SHARE_METHODS: readonly ShareMethod[] = ['TREND', 'LEVEL', 'SO_FAR', 'LAST_MONTH'];

/** The share of a unit's dossiers that is online, `ahead` months after the last known one (1: the next), 0 to 1. */
export type ShareOf = (unit: { id: number; group: string }, ahead: number) => number;

const RECENT = 3;
/** With so many recent dossiers a unit's own share weighs as much as its group's. */
const LEVEL_WEIGHT = 30;
/** A slope is told from chance the later: with so many dossiers on each side half of it is believed. */
const SLOPE_WEIGHT = 300;
/** What is left of the slope each further month. */
const DAMPING = 0.7;

/** Shares to come by one method, from the months that are known. */
export function shares(history: History, method: ShareMethod): ShareOf {
  const told = new Map<number, Line>();
  return ({ id, group }, ahead) => {
    const line = told.get(id) ?? lineOf(history, method, { id, group });
    told.set(id, line);
    // The slope is damped month by month: its sum is that of a geometric series.
    const risen = line.slope === 0 ? 0 : (line.slope * DAMPING * (1 - DAMPING ** ahead)) / (1 - DAMPING);
    return Math.min(1, Math.max(0, line.level + risen));
  };
}

/** Where a share begins, and by how much it changes a month. */
interface Line {
  level: number;
  slope: number;
}

type Between = (from: number, to: number) => Counts;

function lineOf(history: History, method: ShareMethod, { id, group }: { id: number; group: string }): Line {
  const own: Between = (from, to) => history.ofUnit(id, from, to);
  const all: Between = (from, to) => history.ofGroup(group, from, to);
  const end = history.length;
  if (method === 'LAST_MONTH')
    return { level: shareOr(lastMonth(own, end), shareOr(lastMonth(all, end), 0)), slope: 0 };
  if (method === 'SO_FAR') {
    // In January the year so far is the one that has just ended.
    const start = end - (monthOfYear(history.first + end) || 12);
    return { level: shareOr(own(start, end), shareOr(all(start, end), 0)), slope: 0 };
  }
  const towards = shareOr(all(end - RECENT, end), shareOr(all(0, end), 0));
  const level = drawn(own(end - RECENT, end), towards);
  if (method === 'LEVEL') return { level, slope: 0 };
  return { level, slope: slopeOf(own, end, slopeOf(all, end, 0)) };
}

/** A share, drawn towards another the fewer dossiers stand behind it. */
function drawn({ numerator, denominator }: Counts, towards: number): number {
  return (numerator + LEVEL_WEIGHT * towards) / (denominator + LEVEL_WEIGHT);
}

/** By how much the share changes a month: the last three beside the three before, drawn towards another slope. */
function slopeOf(between: Between, end: number, towards: number): number {
  const [late, early] = [between(end - RECENT, end), between(end - 2 * RECENT, end - RECENT)];
  const least = Math.min(late.denominator, early.denominator);
  if (least === 0) return towards;
  const own = (late.numerator / late.denominator - early.numerator / early.denominator) / RECENT;
  return (own * least + towards * SLOPE_WEIGHT) / (least + SLOPE_WEIGHT);
}

/** The last month that has any dossiers. */
function lastMonth(between: Between, end: number): Counts {
  for (let index = end - 1; index > 0; index--) {
    const month = between(index, index + 1);
    if (month.denominator > 0) return month;
  }
  return between(0, Math.min(1, end));
}

function shareOr({ numerator, denominator }: Counts, otherwise: number): number {
  return denominator === 0 ? otherwise : numerator / denominator;
}
