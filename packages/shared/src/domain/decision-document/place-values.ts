import { formatWhole } from '../rate.ts';
import type { DocumentFacts, NamedUnit, UnitFacts } from './facts.ts';
import type { PlaceValues } from './places.ts';
import { sumsOf } from './sums.ts';
import { bareName, dayInWords, decimals, inSentence, percentInWords, periodInWords, unitsInWords } from './words.ts';

/** What every named place says for a plan; null for what the plan does not know. */
export function placeValues(facts: DocumentFacts): PlaceValues {
  const { issuer, superior, parent, amended, decision, units } = facts;
  const targets = units.flatMap(({ target }) => (target === null ? [] : [target]));
  const sums = sumsOf(facts);
  const percent = (hundredths: number | null): string | null =>
    hundredths === null ? null : percentInWords(hundredths);
  return {
    year: String(facts.year),
    issuer: inSentence(issuer),
    issuerPlace: bareName(issuer),
    province: inSentence(facts.province),
    superior: superior && inSentence(superior),
    ...whoIsAssigned(units),
    indicator: facts.indicator,
    required: percent(facts.required),
    achieved: percent(targets.length === 0 ? null : sums.achieved),
    verdict: targets.length === 0 ? null : verdictOf(facts, sums.achieved),
    lowest: percent(targets.length === 0 ? null : Math.min(...targets)),
    highest: percent(targets.length === 0 ? null : Math.max(...targets)),
    dossiers: formatWhole(sums.volume, 'vi'),
    basis: periodInWords(facts.basisFrom, facts.basisTo),
    from: dayInWords(facts.from),
    until: dayInWords(facts.until),
    number: decision.number,
    day: decision.issuedOn && dayInWords(decision.issuedOn),
    signer: decision.signer,
    parentNumber: parent?.number ?? null,
    parentDay: parent?.issuedOn ? dayInWords(parent.issuedOn) : null,
    parentIssuer: parent && inSentence(parent.issuer),
    amendedNumber: amended?.number ?? null,
    amendedDay: amended?.issuedOn ? dayInWords(amended.issuedOn) : null,
  };
}

/**
 * Who gets a target, of how many, and who of the annex gets none. Kinds of units that get none at all are no part of the count:
 * they are named with the others that are left out.
 */
function whoIsAssigned(units: readonly UnitFacts[]): Pick<PlaceValues, 'children' | 'count' | 'unassigned'> {
  const assigned = units.filter(({ target }) => target !== null);
  if (assigned.length === 0) return { children: unitsInWords(units), count: null, unassigned: null };
  const kindOf = ({ kind, type }: NamedUnit): string => (kind === 'DEPARTMENT' ? kind : type);
  const kinds = new Set(assigned.map(kindOf));
  const without = units.filter(({ target, isGone }) => target === null && !isGone);
  const all = assigned.length + without.filter((unit) => kinds.has(kindOf(unit))).length;
  const count = formatWhole(assigned.length, 'vi');
  return {
    children: unitsInWords(assigned),
    count: all === assigned.length ? count : `${count} trong số ${formatWhole(all, 'vi')}`,
    unassigned: without.length === 0 ? null : without.map(inSentence).join(', '),
  };
}

/**
 * How what the targets come to stands to what is required. A rate below the required one is never rounded up to it, so that
 * the printed rate decides; whoever gave the required one is named only where a plan of theirs did.
 */
function verdictOf({ required, parent }: DocumentFacts, achieved: number | null): string | null {
  if (required === null || achieved === null) return null;
  const level = `mức ${percentInWords(required)} ${parent ? `được ${inSentence(parent.issuer)} giao` : 'đề ra'}`;
  return achieved >= required
    ? `bảo đảm ${level}`
    : `còn thiếu ${decimals(required - achieved).replace(/,?0+$/, '')} điểm so với ${level}`;
}
