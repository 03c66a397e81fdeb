import { moment } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import { fieldText } from '../rowFields.ts';
import type { Cause, Decision, Mend } from './useDesk.ts';
import './texts.ts';

type Suggestion = Cause['suggestions'][number];

/** What a suggestion says, in a few words. */
export function suggestionText({ unit, procedure, value }: Suggestion): string {
  if (unit) {
    const { name, parent } = unit;
    return parent ? t('desk.whatUnit', { name, parent: parent.name }) : name;
  }
  if (procedure) return t('desk.whatProcedure', { code: procedure.code, name: procedure.name });
  return t('desk.whatValue', { value: value ?? '' });
}

const SURE = 60;

/** Whether a suggestion is more than a guess: what rows say by name, or a slip that has one explanation. */
export function isSureOf({ weight, grounds }: Pick<Suggestion, 'weight' | 'grounds'>): boolean {
  return weight >= SURE || grounds.some(({ kind }) => kind === 'NAME');
}

/** The decision that takes a suggestion. */
export function decisionOf({ unit, procedure, value }: Suggestion): Decision {
  if (unit) return { unit: unit.code };
  return procedure ? { procedure: procedure.code } : { value: value ?? '' };
}

/** The form of times (digits as nines), as one that no reader takes for a value. */
export const formText = (text: string): string => text.replaceAll('9', '#');

/** Where the rows of a cause belong, by name as far as there are few. */
export function amongText({ units, unitCount }: Cause): string | null {
  const names = units.map(({ name }) => name).join(', ');
  if (names === '') return null;
  const more = unitCount - units.length;
  return more > 0 ? t('desk.amongMore', { units: names, count: more }) : t('desk.among', { units: names });
}

/** When the rows of a cause came. */
export function seenText({ firstAt, lastAt }: Cause): string {
  const [from, to] = [moment(firstAt), moment(lastAt)];
  return from === to ? t('desk.seenOnce', { at: to }) : t('desk.seen', { from, to });
}

/** What was decided, in one line. */
export function decidedText({ how, text, unit, procedure, value, field, reason }: Mend): string {
  if (how === 'DISCARD') return t('desk.decidedDiscard', { reason: reason ?? '' });
  if (how === 'UNIT') return t('desk.decidedUnit', { text, name: unit?.name ?? '' });
  if (how === 'PROCEDURE')
    return t('desk.decidedProcedure', { text, code: procedure?.code ?? '', name: procedure?.name ?? '' });
  const known = fieldText(field);
  const shown = value === null || value === '' ? t('desk.valueEmpty') : value;
  return t('desk.decidedValue', { field: known ? t(known) : field, value: shown });
}

/** How far a decision has come. */
export function stateText({ state, good, tried, total }: Mend): string {
  if (state === 'UNDONE') return t('desk.stateUndone');
  if (state === 'DONE') return t('desk.stateDone', { good, count: total });
  return t(state === 'STOPPED' ? 'desk.stateStopped' : 'desk.stateRunning', { tried, count: total });
}
