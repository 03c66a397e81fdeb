import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ServiceLevel, ServiceListAction, ServiceListAmendmentInput } from '@chi-tieu/shared/generated/graphql';
import type { Tier } from './levels.ts';
import type { AmendmentLine } from './pastedLines.ts';

/** A line of a decision being entered; `''` where no level was chosen. `id` stays the same while lines come and go. */
export interface DraftLine {
  readonly id: number;
  procedure: string;
  action: ServiceListAction;
  tier: Tier;
  level: ServiceLevel | '';
}

/** A decision being entered. `name` is only wanted for a list that is not there yet. */
export interface AmendmentDraft {
  list: string;
  name: string;
  number: string;
  issuedOn: Day | null;
  effectiveOn: Day | null;
  lines: DraftLine[];
}

/** What keeps a draft from being sent, as keys of what is missing. */
export type DraftProblem = 'wanted' | 'unknownProcedure' | 'levelWanted' | 'twice';

/** Problems by line id and field. */
export type LineProblems = ReadonlyMap<number, Readonly<Record<string, DraftProblem>>>;

/** A draft with nothing in it. */
export const emptyDraft = (list: string): AmendmentDraft => ({
  list,
  name: '',
  number: '',
  issuedOn: null,
  effectiveOn: null,
  lines: [],
});

/** The lines with a procedure in them; an empty line is one that nobody has filled in. */
export const filledLines = (draft: AmendmentDraft): DraftLine[] =>
  draft.lines.filter(({ procedure }) => procedure.trim() !== '');

/** Lines that can be sent already known to be refused. `isKnown` says whether there is a procedure of a code. */
export function lineProblems(lines: readonly DraftLine[], isKnown: (code: string) => boolean): LineProblems {
  const found = new Map<number, Record<string, DraftProblem>>();
  const seen = new Set<string>();
  for (const { id, procedure, action, tier, level } of lines) {
    const code = nationalCode(procedure);
    const key = `${code}|${tier}`;
    const problems: Record<string, DraftProblem> = {};
    if (code === null || !isKnown(code)) problems['procedure'] = 'unknownProcedure';
    else if (seen.has(key)) problems['procedure'] = 'twice';
    if (action !== 'REMOVE' && level === '') problems['level'] = 'levelWanted';
    seen.add(key);
    if (Object.keys(problems).length > 0) found.set(id, problems);
  }
  return found;
}

/** The draft as the server takes it; the days must be there. */
export function amendmentInput(draft: AmendmentDraft, issuedOn: Day): ServiceListAmendmentInput {
  return {
    list: draft.list.trim(),
    ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
    decision: { number: draft.number.trim(), issuedOn, effectiveOn: draft.effectiveOn ?? issuedOn },
    changes: filledLines(draft).map(({ procedure, action, tier, level }) => ({
      action,
      procedure: procedure.trim(),
      tier,
      ...(action === 'REMOVE' || level === '' ? {} : { level }),
    })),
  };
}

/** Adds lines at the end and gives their ids; a last line nobody has filled in makes room for them. */
export function addLines(draft: AmendmentDraft, lines: readonly AmendmentLine[]): number[] {
  draft.lines = filledLines(draft);
  const first = Math.max(0, ...draft.lines.map(({ id }) => id)) + 1;
  const added = lines.map((line, i): DraftLine => ({ ...line, id: first + i, level: line.level ?? '' }));
  draft.lines.push(...added);
  return added.map(({ id }) => id);
}
