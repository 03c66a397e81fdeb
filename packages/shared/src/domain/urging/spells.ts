import { compareDays, nextDay, type Day } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { ConditionKind } from './conditions.ts';
import type { Finding } from './findings.ts';

/**
 * Why a reminder is closed. EVIDENCE: a later look shows that it is no longer so; it alone is to the unit's credit.
 * TARGET_CHANGED: something else is asked for. UNIT_ENDED. CORRECTED: it never was so, as is known now. RULE_CHANGED: the rule no
 * longer looks at the unit, or at nobody. WITHDRAWN: by somebody. ACCEPTED: who sent it was content with the unit's answer.
 */
export type ClosedWhy =
  'EVIDENCE' | 'TARGET_CHANGED' | 'UNIT_ENDED' | 'CORRECTED' | 'RULE_CHANGED' | 'WITHDRAWN' | 'ACCEPTED';

/** An occasion to remind a unit of something, as it is kept: it lasts from where it began to the last day on which it was found. */
export interface Spell {
  id: string;
  unitId: number;
  began: Day;
  lastOn: Day;
  about: string | null;
  /** Null while it lasts. */
  closed: ClosedWhy | null;
}

/** What a look makes of what was known. */
export type SpellStep =
  | { kind: 'BEGIN'; finding: Finding }
  /** `isNews`: it was found for a later day than before. `isOther`: something else is asked for by now, and it is still so. */
  | { kind: 'GO_ON'; spell: Spell; finding: Finding; isNews: boolean; isOther: boolean }
  | { kind: 'REOPEN'; spell: Spell; finding: Finding }
  /** Somebody withdrew it, or accepted its answer, and it is still so: nothing is said again before it has ended and begun anew. */
  | { kind: 'STAY_WITHDRAWN'; spell: Spell; finding: Finding }
  | { kind: 'CLOSE'; spell: Spell; why: ClosedWhy; finding: Finding | null };

/**
 * What the findings of one rule make of its spells. A spell is one piece of news: later months belong to it, and where a correction
 * begins it again it is reopened. Of one unit no more than one is open. What is unheard changes nothing. Of those of a unit that are closed
 * the last one alone is looked at.
 */
export function nextOfSpells(
  kind: ConditionKind,
  findings: readonly Finding[],
  spells: readonly Spell[],
  isAlive: (unitId: number) => boolean,
): SpellStep[] {
  const looked = new Set(findings.map(({ unitId }) => unitId));
  const byUnit = groupBy(spells, ({ unitId }) => unitId);
  const ofFindings = findings.flatMap((finding) => stepsOf(kind, finding, byUnit.get(finding.unitId) ?? []));
  const left = spells.filter(({ unitId, closed }) => closed === null && !looked.has(unitId));
  const ofLeft = left.map((spell): SpellStep => {
    return { kind: 'CLOSE', spell, why: isAlive(spell.unitId) ? 'RULE_CHANGED' : 'UNIT_ENDED', finding: null };
  });
  return [...ofFindings, ...ofLeft];
}

function stepsOf(kind: ConditionKind, finding: Finding, spells: readonly Spell[]): SpellStep[] {
  const open = spells.find(({ closed }) => closed === null) ?? null;
  if (finding.state === 'UNHEARD') return [];
  if (finding.state === 'CLEAR' || finding.began === null)
    return open ? [{ kind: 'CLOSE', spell: open, why: whyClear(kind, open, finding), finding }] : [];
  if (!open) return [beginning(finding, finding.began, spells)];
  // It had ended and began anew between two looks.
  if (compareDays(finding.began, open.lastOn) > 0) {
    const why = open.about === finding.about ? 'EVIDENCE' : 'TARGET_CHANGED';
    return [
      { kind: 'CLOSE', spell: open, why, finding },
      { kind: 'BEGIN', finding },
    ];
  }
  const isNews = finding.judgedTo !== null && compareDays(finding.judgedTo, open.lastOn) > 0;
  return [{ kind: 'GO_ON', spell: open, finding, isNews, isOther: finding.about !== open.about }];
}

/** The spell that a finding belongs to though it is closed, the last one first; else a new one. */
function beginning(finding: Finding, began: Day, spells: readonly Spell[]): SpellStep {
  const last = spells.toSorted((a, b) => compareDays(b.lastOn, a.lastOn) || compareDays(b.began, a.began))[0];
  if (!last || compareDays(began, last.lastOn) > 0) return { kind: 'BEGIN', finding };
  const isSettled = last.closed === 'WITHDRAWN' || last.closed === 'ACCEPTED';
  return { kind: isSettled ? 'STAY_WITHDRAWN' : 'REOPEN', spell: last, finding };
}

/** Silence ends with a day after it began, an assignment on any day: these are evidence whenever they are learned. A mark needs a later month. */
function whyClear(kind: ConditionKind, spell: Spell, { about, judgedTo }: Finding): ClosedWhy {
  if (about !== spell.about) return 'TARGET_CHANGED';
  const goesByCounts = kind === 'BEHIND_MILESTONE' || kind === 'OUT_OF_REACH';
  const from = goesByCounts ? nextDay(spell.lastOn) : spell.began;
  return judgedTo !== null && compareDays(judgedTo, from) >= 0 ? 'EVIDENCE' : 'CORRECTED';
}
