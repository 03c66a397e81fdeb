import type { Day } from '@chi-tieu/shared/domain/days';
import { periodsFromChanges, shownPeriod } from '@chi-tieu/shared/domain/force';
import { NO_TEXT, TEXT_FIELDS, textOn, type ProcedureText } from '@chi-tieu/shared/domain/procedure-text';
import type { ForceChangeRow } from './force.queries.ts';
import type { TextRow } from './texts.queries.ts';

/** All that can be edited of a procedure: what it says on a day, and the period in force that is shown. */
export interface Stand extends ProcedureText {
  inForceFrom: Day | null;
  inForceTo: Day | null;
}

export const STAND_FIELDS: readonly (keyof Stand)[] = [...TEXT_FIELDS, 'inForceFrom', 'inForceTo'];

/** Of a procedure that is not there. */
export const NO_STAND: Stand = { ...NO_TEXT, inForceFrom: null, inForceTo: null };

/** Whether something was there in a version of a procedure. */
export function stoodAt({ since, until }: { since: number; until: number | null }, version: number): boolean {
  return since <= version && (until === null || until > version);
}

/** The text of a day as it was in a version; null where the procedure had none. */
export function textAt(texts: readonly TextRow[], version: number, day: Day): TextRow | null {
  return textOn(
    texts.filter((row) => stoodAt(row, version)),
    day,
  );
}

/** All that was ever recorded of a procedure. */
export interface Recorded {
  texts: readonly TextRow[];
  said: readonly ForceChangeRow[];
}

/** How a procedure stood in a version: the text of `day`, and the period that is shown on the day `on`. */
export function standAt({ texts, said }: Recorded, version: number, { day, on }: { day: Day; on: Day }): Stand {
  const text = textAt(texts, version, day)?.text;
  if (!text) return NO_STAND;
  const lines = said.filter((line) => stoodAt(line, version));
  const period = shownPeriod(periodsFromChanges(lines).periods, on);
  return { ...text, inForceFrom: period?.from ?? null, inForceTo: period?.to ?? null };
}
