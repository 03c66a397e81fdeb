import { randomUUID } from 'node:crypto';
import { compareDays } from '@chi-tieu/shared/domain/days';
import type { OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { SpellStep } from '@chi-tieu/shared/domain/urging/spells';
import type { Writer } from '../../../app/database.ts';
import { keepFigures } from '../../figures/figures.service.ts';
import {
  changeReminder,
  insertReminder,
  reminderById,
  type ReminderChange,
  type ReminderRow,
  type ToldBefore,
} from '../reminders/reminders.queries.ts';
import { insertStep } from '../reminders/steps.queries.ts';
import { tellUnit, writeLetter } from '../reminders/tell.ts';
import type { LookedRule } from './look-at-rules.ts';

type StepOf<K extends SpellStep['kind']> = Extract<SpellStep, { kind: K }>;

/** Does what one step of a look says, with the figure that it cites. */
export async function applyStep(tx: Writer, provinceId: number, looked: LookedRule, step: SpellStep): Promise<void> {
  const unitId = step.finding?.unitId;
  const figure = unitId === undefined ? undefined : looked.figures.get(unitId);
  if (figure) await keepFigures(tx, provinceId, [figure]);
  if (step.kind === 'BEGIN') await begin(tx, provinceId, looked, step);
  if (step.kind === 'REOPEN') await reopen(tx, provinceId, looked, step);
  if (step.kind === 'GO_ON') await goOn(tx, provinceId, looked, step);
  if (step.kind === 'CLOSE') await close(tx, provinceId, looked, step);
}

function factsOf({ look }: LookedRule, unitId: number): OccasionFacts | null {
  return look.found.find(({ finding }) => finding.unitId === unitId)?.facts ?? null;
}

/** What is said of a unit today: null where there is nothing to say. */
function occasionOf(looked: LookedRule, provinceId: number, unitId: number) {
  const facts = factsOf(looked, unitId);
  if (facts === null) return null;
  const { rule, today, tree, figures } = looked;
  const figure = figures.get(unitId)?.reference ?? null;
  return { facts, figure, letter: writeLetter({ rule, unitId, facts, figure, today, tree, provinceId }) };
}

async function begin(tx: Writer, provinceId: number, looked: LookedRule, { finding }: StepOf<'BEGIN'>): Promise<void> {
  const { unitId, began, judgedTo, about } = finding;
  const said = occasionOf(looked, provinceId, unitId);
  if (said === null || began === null || judgedTo === null) return;
  const { facts, figure, letter } = said;
  const { rule, look } = looked;
  const id = randomUUID();
  const spell = { began, lastOn: later(began, judgedTo), about };
  const made = { id, ruleId: rule.id, ruleVersion: rule.version, unitId, indicatorId: look.indicatorId };
  await insertReminder(tx, provinceId, { ...made, ...spell, facts, figure, ...letter });
  await insertStep(tx, provinceId, { reminderId: id, unitId, kind: 'DRAFTED', isOpen: false, day: judgedTo, figure });
  tx.audit({
    what: 'REMINDER_DRAFTED',
    about: { kind: 'REMINDER', id },
    unitId,
    after: { kind: rule.condition.kind, figure, name: rule.name },
  });
  if (rule.sendsItself) await tellUnit(tx, provinceId, { id, unitId, figure }, { ...letter, today: looked.today });
}

/** It is as if it had just been found, under its own history: what the unit was told of before is told anew once it is sent. */
async function reopen(tx: Writer, provinceId: number, looked: LookedRule, step: StepOf<'REOPEN'>): Promise<void> {
  const { spell, finding } = step;
  const { unitId } = spell;
  const said = occasionOf(looked, provinceId, unitId);
  if (said === null || finding.judgedTo === null) return;
  const { facts, figure, letter } = said;
  const { rule } = looked;
  const row = await reminderById(tx, provinceId, spell.id);
  const toldBefore = row && row.toldOn !== null ? { toldBefore: toldOf(row) } : {};
  await changeReminder(
    tx,
    spell.id,
    {
      ...{ state: 'DRAFT', closedWhy: null, ruleVersion: rule.version, about: finding.about, facts, figure, ...letter },
      ...{ lastOn: later(spell.lastOn, finding.judgedTo), isWritten: false },
      ...{ toldOn: null, snoozedUntil: null, raisedToId: null, ...toldBefore },
    },
    tx.moment,
  );
  await insertStep(tx, provinceId, {
    ...{ reminderId: spell.id, unitId, kind: 'REOPENED', isOpen: false, day: finding.judgedTo, figure },
  });
  tx.audit({ what: 'REMINDER_REOPENED', about: { kind: 'REMINDER', id: spell.id }, unitId, after: { figure } });
  if (rule.sendsItself)
    await tellUnit(tx, provinceId, { id: spell.id, unitId, figure }, { ...letter, today: looked.today });
}

/** What the unit knows of it, kept for as long as nobody tells it anything else. */
function toldOf(row: ReminderRow): ToldBefore {
  const { state, closedWhy, lastOn, facts, figure, subject, body, deadline, toldOn, raisedToId } = row;
  return { state, closedWhy, lastOn, facts, figure, subject, body, deadline, toldOn, raisedToId };
}

/**
 * A later month is a step of it and no news, and so is that something else is asked for by now; a draft that nobody touched says what is
 * so today. One that somebody wrote is held to today when it is sent.
 */
async function goOn(tx: Writer, provinceId: number, looked: LookedRule, step: StepOf<'GO_ON'>): Promise<void> {
  const { spell, finding, isNews, isOther } = step;
  const { id, unitId } = spell;
  const said = occasionOf(looked, provinceId, unitId);
  const row = await reminderById(tx, provinceId, id);
  if (said === null || row === null || row.state === 'CLOSED' || finding.judgedTo === null) return;
  const { facts, figure, letter } = said;
  const isUntouched = row.state === 'DRAFT' && !row.isWritten;
  const told = isUntouched ? { facts, figure, ...letter } : {};
  const { about, judgedTo } = finding;
  await changeReminder(tx, id, { lastOn: later(spell.lastOn, judgedTo), about, ...told }, tx.moment);
  if (!isNews && !isOther) return;
  const isOpen = row.toldOn !== null;
  await insertStep(tx, provinceId, { reminderId: id, unitId, kind: 'CONTINUED', isOpen, day: judgedTo, figure });
}

async function close(tx: Writer, provinceId: number, looked: LookedRule, step: StepOf<'CLOSE'>): Promise<void> {
  const { spell, why, finding } = step;
  const { id, unitId } = spell;
  const row = await reminderById(tx, provinceId, id);
  if (row === null || row.state === 'CLOSED') return;
  const figure = looked.figures.get(unitId)?.reference ?? null;
  const successor = why === 'UNIT_ENDED' ? looked.tree.liveUnitOf(unitId) : null;
  // What came tells until when it was silent: silence after that is another occasion.
  const until = finding?.judgedTo ?? spell.lastOn;
  const lastOn = why === 'EVIDENCE' && compareDays(until, spell.lastOn) < 0 ? until : spell.lastOn;
  await changeReminder(tx, id, { state: 'CLOSED', closedWhy: why, lastOn }, tx.moment);
  await insertStep(tx, provinceId, {
    ...{ reminderId: id, unitId, kind: 'CLOSED', isOpen: row.toldOn !== null, why, figure },
    ...{ day: finding?.judgedTo ?? null, toUnitId: successor },
  });
  tx.audit({ what: 'REMINDER_CLOSED', about: { kind: 'REMINDER', id }, unitId, after: { why, figure } });
}

/** What of a spell changes where it only still lasts. */
export function quietChange(step: SpellStep): { id: string; change: ReminderChange } | null {
  if (step.kind !== 'GO_ON' && step.kind !== 'STAY_WITHDRAWN') return null;
  const { spell, finding } = step;
  if (finding.judgedTo === null || compareDays(finding.judgedTo, spell.lastOn) <= 0) return null;
  return { id: spell.id, change: { lastOn: finding.judgedTo } };
}

const later = (a: string, b: string): string => (compareDays(a, b) >= 0 ? a : b);
