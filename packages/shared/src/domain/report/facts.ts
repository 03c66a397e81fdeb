import type { NamedUnit } from '../decision-document/facts.ts';
import type { Day } from '../days.ts';
import type { DifficultyCause } from '../difficulties/states.ts';
import type { PeriodKind } from '../periods/periods.ts';
import type { Counts } from '../rate.ts';
import type { DirectionTold } from './directions.ts';
import type { ReceptionSums } from './reception.ts';

/** The kinds of reports that there are. */
export const REPORT_KINDS = ['MONTHLY', 'QUARTERLY', 'YEARLY'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Of which periods the reports of a kind tell. */
export const PERIODS_OF_REPORTS: Readonly<Record<ReportKind, PeriodKind>> = {
  MONTHLY: 'MONTH',
  QUARTERLY: 'QUARTER',
  YEARLY: 'YEAR',
};

/** Counts under a reference, beside the target of then in hundredths of a percent. */
export interface CitedCounts extends Counts {
  reference: string;
  target: number | null;
}

/** A unit with its figure, and with the one of the period before; null where it had none. */
export interface ReportRow extends CitedCounts {
  unit: NamedUnit;
  before: CitedCounts | null;
  /** From 1 January to the period's end, of months and quarters after the first; null where that is the period itself. */
  cumulative?: CitedCounts | null;
  /** The mark of the period's last month, in hundredths: what the year so far is held against; null where none was set. Left out of years. */
  mark?: number | null;
  /** Whether the year until the end of the period before kept up with the mark of then; left out where that is another year, or nobody knows. */
  stoodBefore?: 'MET' | 'NOT_MET' | null;
}

/** What has one cause in common, in numbers: texts of difficulties are not everybody's. */
export interface DifficultyNumbers {
  cause: DifficultyCause;
  /** Joined ones once. */
  count: number;
  open: number;
  reports: number;
  units: number;
  /** Null where nothing ties them to any. */
  dossiers: number | null;
}

/** A procedure on the list, with the dossiers that counted in the period. */
export interface ListedService extends Counts {
  code: string;
  name: string;
  tier: string;
  level: string;
}

/** What of a unit: its own numbers, its year so far beside its mark, those of the period before, its row of form II.06a. */
export type DifferenceKind = 'OWN' | 'YEAR_SO_FAR' | 'BEFORE' | 'RECEPTION';

/** What of a unit reads other than before. */
export interface FigureDifference {
  /** Left out in papers of before: its own. */
  kind?: DifferenceKind;
  /** The figure as the paper cites it; left out in papers of before. */
  reference?: string;
  code: string;
  name: string;
  before: Counts & { target: number | null };
  after: Counts & { target: number | null };
}

/** A sentence of a report as it was read: its key, under which heading it stood, what it said. */
export interface SaidSentence {
  key: string;
  heading: string;
  text: string;
}

/** A published report that another one replaces: why, what it said, and which of its figures read otherwise in the new one. */
export interface ReplacedReport {
  number: string | null;
  dated: Day | null;
  reference: string;
  why: string;
  figures: FigureDifference[];
  /** How many rows of form II.06a differ. */
  reception: number;
  said: SaidSentence[];
}

/** A period with its first and last day and its name. */
export interface NamedDays {
  from: Day;
  to: Day;
  name: string;
}

/** Everything that a report says, as data: what its sentences and tables are filled from. Frozen with it. */
export interface ReportFacts {
  kind: ReportKind;
  period: NamedDays;
  indicator: { code: string; name: string };
  /** The sealed moment as of which all figures were known, as an ISO instant. */
  knownAt: string;
  /** The day of the paper, when it was drawn up. */
  day: Day;
  province: ReportRow;
  /** What the province's issued plan of the year requires, in hundredths; null where it says nothing: the province itself has no target. */
  required: number | null;
  /** Departments, then districts, each in the order of the codes. */
  units: ReportRow[];
  /** From 1 January to the period's end; null where that is the period itself. */
  cumulative: CitedCounts | null;
  /** The period before, and whether its numbers are those that it was reported with; null: there is none. */
  before: (NamedDays & { isReported: boolean }) | null;
  /** As they stood at the end of a day (`asOf`; of papers of before it is not told). */
  difficulties: { groups: DifficultyNumbers[]; reports: number; units: number; asOf?: Day };
  /** Null of an indicator without dossiers of its own. */
  reception: { province: ReceptionSums; units: { unit: NamedUnit; sums: ReceptionSums }[] } | null;
  /** Null where the indicator asks for no list. */
  list: { name: string; services: ListedService[] } | null;
  /** Of one that replaces another. */
  replaces?: ReplacedReport | null;
  /** What was decided on earlier reports of the kind, as it stood when this one was drawn up; reports of before have none. */
  directions?: DirectionTold[];
}
