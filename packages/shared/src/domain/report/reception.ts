import { dayInVietnam, type Day } from '../days.ts';

export type ReceivedBy = 'ONLINE' | 'DIRECT' | 'UNKNOWN';

/** What form II.06a asks of a dossier: instants and days where the province is. */
export interface ReceivedDossier {
  status: number;
  channel: 'IN_PERSON' | 'ONLINE' | 'POSTAL' | 'UNKNOWN';
  receivedDay: Day;
  finishedDay: Day | null;
  finishedAt: Date | null;
  dueAt: Date | null;
}

/** The columns of form II.06a; each dossier of a period is received in it or carried over, and resolved, left or open at its end. */
export interface ReceptionSums {
  online: number;
  direct: number;
  unknownChannel: number;
  carriedOver: number;
  early: number;
  onTime: number;
  late: number;
  /** Resolved, without a day by which it was due. */
  withoutDue: number;
  /** Withdrawn or stopped. */
  left: number;
  openInTime: number;
  openOverdue: number;
}

export type ReceptionColumn = keyof ReceptionSums;

/** Only registered, and refused at the counter: no dossiers that anybody worked on. */
const NOT_TAKEN: readonly number[] = [1, 3];
/** Withdrawn, stopped. */
const LEFT: readonly number[] = [7, 8];
const RESOLVED: readonly number[] = [9, 10];

export const NO_RECEPTION: ReceptionSums = {
  ...{ online: 0, direct: 0, unknownChannel: 0, carriedOver: 0, early: 0, onTime: 0, late: 0, withoutDue: 0, left: 0 },
  ...{ openInTime: 0, openOverdue: 0 },
};

/** The day on which it was in hand no more; who left without one left on the day of receipt, and so did what is done without one. */
function leavingDay({ status, receivedDay, finishedDay }: ReceivedDossier): Day | null {
  return LEFT.includes(status) || RESOLVED.includes(status) ? (finishedDay ?? receivedDay) : null;
}

export const RECEPTION_COLUMNS = Object.keys(NO_RECEPTION) as readonly ReceptionColumn[];

/** In which two columns a dossier stands, by how it came and by how it ended; null where it is none of the period. */
export function receptionOf(
  dossier: ReceivedDossier,
  { from, to }: { from: Day; to: Day },
): readonly [ReceptionColumn, ReceptionColumn] | null {
  const gone = leavingDay(dossier);
  if (NOT_TAKEN.includes(dossier.status) || dossier.receivedDay > to) return null;
  if (dossier.receivedDay < from && gone !== null && gone < from) return null;
  const came = dossier.receivedDay < from ? 'carriedOver' : CAME[dossier.channel];
  return [came, gone !== null && gone <= to ? endOf(dossier) : openAt(dossier, to)];
}

const CAME = { ONLINE: 'online', IN_PERSON: 'direct', POSTAL: 'direct', UNKNOWN: 'unknownChannel' } as const;

function endOf({ status, finishedAt, finishedDay, dueAt }: ReceivedDossier): ReceptionColumn {
  if (LEFT.includes(status)) return 'left';
  if (dueAt === null || finishedAt === null || finishedDay === null) return 'withoutDue';
  if (finishedAt > dueAt) return 'late';
  return finishedDay < dayInVietnam(dueAt) ? 'early' : 'onTime';
}

/** Overdue is what was due on a day up to the period's last one. */
function openAt({ dueAt }: ReceivedDossier, to: Day): ReceptionColumn {
  return dueAt !== null && dayInVietnam(dueAt) <= to ? 'openOverdue' : 'openInTime';
}

export function addReception(a: ReceptionSums, b: ReceptionSums): ReceptionSums {
  const sums = { ...a };
  for (const column of RECEPTION_COLUMNS) sums[column] += b[column];
  return sums;
}

export const receivedIn = ({ online, direct, unknownChannel }: ReceptionSums): number =>
  online + direct + unknownChannel;
export const resolvedIn = ({ early, onTime, late, withoutDue }: ReceptionSums): number =>
  early + onTime + late + withoutDue;
export const openAfter = ({ openInTime, openOverdue }: ReceptionSums): number => openInTime + openOverdue;
