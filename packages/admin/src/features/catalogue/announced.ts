import { fold } from '@chi-tieu/shared/domain/fold';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { DecisionEntryInput } from '@chi-tieu/shared/generated/graphql';
import type { DraftLine } from './amendmentDraft.ts';
import type { Tier } from './levels.ts';
import type { LineAction } from './lineActions.ts';

/** What a row says of its procedure itself: wanted where the catalogue has none of its code. */
export interface ToldProcedure {
  readonly name: string;
  readonly field?: string;
  readonly tiers?: readonly Tier[];
}

/** Whether a line of this kind may make a procedure: what is removed, amended or repealed has to be there. */
export const mayAnnounce = (action: LineAction | ''): boolean => action === 'ADD' || action === 'ENFORCED';

/** The lines that make procedures, the first one of each code, in the order in which they are sent. */
export function announcing(lines: readonly DraftLine[], isKnown: (code: string) => boolean): DraftLine[] {
  const found = new Map<string, DraftLine>();
  for (const line of lines) {
    const code = nationalCode(line.procedure);
    if (code === null || isKnown(code) || found.has(code)) continue;
    if (mayAnnounce(line.action) && line.told && line.told.name.trim() !== '') found.set(code, line);
  }
  return [...found.values()];
}

/** A line's procedure as the server makes it; tiers that no row told are those of the lines about the list. */
export function announced({
  procedure,
  told,
  locator,
}: DraftLine): NonNullable<DecisionEntryInput['procedures']>[number] {
  const { name = '', field = '', tiers = [] } = told ?? {};
  return {
    code: procedure.trim(),
    name: name.trim(),
    ...(field.trim() ? { field: field.trim() } : {}),
    ...(tiers.length > 0 ? { tiers: [...tiers] } : {}),
    ...(locator?.trim() ? { locator: locator.trim() } : {}),
  };
}

/** The code of another procedure that bears the very name of a new one: maybe the code was mistyped. */
export function namesake(name: string, others: Iterable<{ code: string; name: string }>): string | null {
  const wanted = fold(name);
  if (wanted === '') return null;
  for (const other of others) if (fold(other.name) === wanted) return other.code;
  return null;
}
