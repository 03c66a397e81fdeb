import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { DecisionEntryInput, ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import { announced, announcing, mayAnnounce, type ToldProcedure } from './announced.ts';
import type { KeptFile } from './keepFile.ts';
import type { Tier } from './levels.ts';
import { isForce, type LineAction } from './lineActions.ts';
import type { AmendmentLine, Unread } from './pastedLines.ts';

/**
 * A line of a decision being entered; `''` where nothing was chosen or a pasted cell (in `unread`) could not be read. `id`
 * stays the same while lines come and go; a `pasted` line tells its problems before it is sent.
 */
export interface DraftLine {
  readonly id: number;
  procedure: string;
  action: LineAction | '';
  tier: Tier | '';
  level: ServiceLevel | '';
  /** A page or an annex of the decision. */
  locator?: string;
  /** The code of the unit that the line names, or a pasted name that is none yet; none: it holds for the tier. */
  unit?: string;
  /** Of REPLACED: the code that takes its place. */
  successor?: string;
  /** What is told of the procedure, for one that the catalogue has not. */
  told?: ToldProcedure;
  readonly unread?: Unread;
  readonly pasted?: boolean;
}

/** A decision being entered. `name` is only wanted for a list that is not there yet. */
export interface AmendmentDraft {
  list: string;
  name: string;
  number: string;
  issuedOn: Day | null;
  effectiveOn: Day | null;
  signer: string;
  title: string;
  files: readonly KeptFile[];
  lines: DraftLine[];
  /** The version of the decision that was seen; 0: nobody entered it yet. */
  seenVersion: number;
}

/** What keeps a draft from being sent, as keys of what is missing. */
export type DraftProblem =
  | 'wanted'
  | 'unknownProcedure'
  | 'unannounced'
  | 'levelWanted'
  | 'tierWanted'
  | 'actionWanted'
  | 'twice'
  | 'unknownUnit'
  | 'manyUnits'
  | 'successorWanted'
  | 'listedOtherwise'
  | 'notListed';

/** Problems by line id and field. */
export type LineProblems = ReadonlyMap<number, Readonly<Record<string, DraftProblem>>>;

/** A draft with nothing in it. */
export const emptyDraft = (list: string): AmendmentDraft => ({
  list,
  name: '',
  number: '',
  issuedOn: null,
  effectiveOn: null,
  signer: '',
  title: '',
  files: [],
  lines: [],
  seenVersion: 0,
});

/** The lines with a procedure in them; an empty line is one that nobody has filled in. */
export const filledLines = (draft: AmendmentDraft): DraftLine[] =>
  draft.lines.filter(({ procedure }) => procedure.trim() !== '');

/** The lines about the list and those about being in force, each in the order in which they are sent. */
export function sides(draft: AmendmentDraft): { changes: DraftLine[]; force: DraftLine[] } {
  const lines = filledLines(draft);
  return {
    changes: lines.filter(({ action }) => !isForce(action)),
    force: lines.filter(({ action }) => isForce(action)),
  };
}

/** Lines that can be sent already known to be refused. `isKnown` says whether there is a procedure of a code. */
export function lineProblems(lines: readonly DraftLine[], isKnown: (code: string) => boolean): LineProblems {
  const found = new Map<number, Record<string, DraftProblem>>();
  const seen = new Set<string>();
  const made = new Set(announcing(lines, isKnown).map(({ procedure }) => nationalCode(procedure)));
  const isThere = (code: string): boolean => isKnown(code) || made.has(code);
  for (const line of lines) {
    const code = nationalCode(line.procedure);
    const key = isForce(line.action) ? `${code}|${line.action}` : `${code}|${line.tier}|${line.unit ?? ''}`;
    const problems = isForce(line.action) ? forceProblems(line, isThere) : missingOfList(line);
    if (code === null || !isThere(code))
      problems['procedure'] = code !== null && mayAnnounce(line.action) ? 'unannounced' : 'unknownProcedure';
    else if (seen.has(key)) problems['procedure'] = 'twice';
    seen.add(key);
    if (Object.keys(problems).length > 0) found.set(line.id, problems);
  }
  return found;
}

function missingOfList({ action, tier, level }: DraftLine): Record<string, DraftProblem> {
  return {
    ...(action === '' ? { action: 'actionWanted' } : {}),
    ...(tier === '' ? { tier: 'tierWanted' } : {}),
    ...(action !== 'REMOVE' && level === '' ? { level: 'levelWanted' } : {}),
  };
}

function forceProblems(
  { action, procedure, successor = '' }: DraftLine,
  isKnown: (code: string) => boolean,
): Record<string, DraftProblem> {
  if (action !== 'REPLACED') return {};
  const code = nationalCode(successor);
  const isOther = code !== null && isKnown(code) && code !== nationalCode(procedure);
  return isOther ? {} : { successor: 'successorWanted' };
}

/** What stands on a list at a tier, or for a unit (`''` for none), on a day: the level, undefined for nothing. */
export type LevelOn = (code: string, tier: Tier, unit: string) => ServiceLevel | undefined;

/** Lines that make no sense beside what the list says on the day before them. */
export function standingProblems(lines: readonly DraftLine[], levelOn: LevelOn): LineProblems {
  const found = new Map<number, Record<string, DraftProblem>>();
  for (const { id, procedure, action, tier, level, unit = '' } of lines) {
    const code = nationalCode(procedure);
    if (code === null || tier === '' || action === '' || isForce(action)) continue;
    const stands = levelOn(code, tier, unit);
    if (action === 'ADD' && level !== '' && stands !== undefined && stands !== level)
      found.set(id, { procedure: 'listedOtherwise' });
    if (action !== 'ADD' && stands === undefined) found.set(id, { procedure: 'notListed' });
  }
  return found;
}

/** The tiers that a line may be meant for, where it names one at which its procedure is not carried out; else none. */
export function otherTiers<T extends string>(
  line: Pick<DraftLine, 'tier' | 'action'>,
  tiers: readonly T[],
): readonly T[] {
  const isAdded = line.action !== 'REMOVE' && !isForce(line.action);
  const isOther = line.tier !== '' && isAdded && !(tiers as readonly string[]).includes(line.tier);
  return isOther ? tiers : [];
}

/**
 * The draft as the server takes it; the days must be there, and nothing of a line may be open. Lines with a name whose code `isKnown`
 * does not know make that procedure.
 */
export function entryInput(
  draft: AmendmentDraft,
  issuedOn: Day,
  isKnown: (code: string) => boolean,
): DecisionEntryInput {
  const { changes, force } = sides(draft);
  const procedures = announcing(filledLines(draft), isKnown).map(announced);
  return {
    decision: { number: draft.number.trim(), issuedOn, effectiveOn: draft.effectiveOn ?? issuedOn },
    ...aboutOf(draft),
    ...(changes.length > 0 ? { list: draft.list.trim() } : {}),
    ...(changes.length > 0 && draft.name.trim() !== '' ? { name: draft.name.trim() } : {}),
    changes: changes.flatMap(changeOf),
    force: force.flatMap(forceOf),
    ...(procedures.length > 0 ? { procedures } : {}),
  };
}

function changeOf(line: DraftLine): NonNullable<DecisionEntryInput['changes']> {
  const { procedure, action, tier, level, locator, unit } = line;
  if (action === '' || isForce(action) || tier === '') return [];
  return [
    {
      action,
      procedure: procedure.trim(),
      tier,
      ...(action === 'REMOVE' || level === '' ? {} : { level }),
      ...(locator?.trim() ? { locator: locator.trim() } : {}),
      ...(unit?.trim() ? { unit: unit.trim() } : {}),
    },
  ];
}

function forceOf({ procedure, action, locator, successor }: DraftLine): NonNullable<DecisionEntryInput['force']> {
  if (!isForce(action)) return [];
  return [
    {
      action,
      procedure: procedure.trim(),
      ...(action === 'REPLACED' ? { replacedBy: successor?.trim() ?? '' } : {}),
      ...(locator?.trim() ? { locator: locator.trim() } : {}),
    },
  ];
}

/** What is told of the decision beyond its number and days, where anything is. */
function aboutOf({ signer, title, files }: AmendmentDraft): Pick<DecisionEntryInput, 'about'> {
  const about = {
    ...(signer.trim() ? { signer: signer.trim() } : {}),
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(files.length > 0 ? { files: files.map(({ sha256, name }) => ({ sha256, name })) } : {}),
  };
  return Object.keys(about).length > 0 ? { about } : {};
}

/** Adds lines at the end and gives their ids; a last line nobody has filled in makes room for them. */
export function addLines(
  draft: AmendmentDraft,
  lines: readonly AmendmentLine[],
  about: Pick<DraftLine, 'pasted'> = {},
): number[] {
  draft.lines = filledLines(draft);
  const first = Math.max(0, ...draft.lines.map(({ id }) => id)) + 1;
  const added = lines.map((line, i): DraftLine => ({ ...line, ...about, id: first + i, level: line.level ?? '' }));
  draft.lines.push(...added);
  return added.map(({ id }) => id);
}
