import { formatWhole } from '../rate.ts';
import type { DocumentFacts } from './facts.ts';
import type { PlaceValues } from './places.ts';
import { sumsOf } from './sums.ts';
import { bareName, dayInWords, inSentence, percentInWords, periodInWords, unitsInWords } from './words.ts';

/** What every named place says for a plan; null for what the plan does not know. */
export function placeValues(facts: DocumentFacts): PlaceValues {
  const { issuer, superior, parent, amended, decision, units } = facts;
  const targets = units.flatMap(({ target }) => (target === null ? [] : [target]));
  const assigned = units.filter(({ target }) => target !== null);
  const sums = sumsOf(facts);
  const percent = (hundredths: number | null): string | null =>
    hundredths === null ? null : percentInWords(hundredths);
  return {
    year: String(facts.year),
    issuer: inSentence(issuer),
    issuerPlace: bareName(issuer),
    province: inSentence(facts.province),
    superior: superior && inSentence(superior),
    children: unitsInWords(assigned.length > 0 ? assigned : units),
    count: targets.length === 0 ? null : formatWhole(targets.length, 'vi'),
    indicator: facts.indicator,
    required: percent(facts.required),
    achieved: percent(targets.length === 0 ? null : sums.achieved),
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
