import { readDossierCode } from './dossier-code.ts';
import { findUnfitField, isRow, type ProblemCode, type Row } from './row-problem.ts';
import { isStampShaped, readStamp } from './vietnamTime.ts';

/** A report of progress (`CapNhatTienDoHoSoMC`): of which dossier, when it was handled, and how it stands since. */
export interface ProgressStep {
  code: string;
  codeKey: string;
  /** The organisation in the code. */
  organisation: string;
  at: Date;
  /** 1 to 10, as `TrangThaiHoSo`. */
  status: number;
  /** Times of the dossier that the report names itself; those of the step are not the dossier's. */
  dueAt: Date | null;
  finishedAt: Date | null;
  returnedAt: Date | null;
}

/** What became of a row; `code` of a bad one is told only where it is a code. */
export type ProgressRow =
  { ok: true; step: ProgressStep } | { ok: false; code: string | null; field: string; problem: ProblemCode };

/** The times of what has happened: a due time may be to come. */
const HAPPENED = ['ThoiDiemXuLy', 'NgayKetThucXuLy', 'NgayTra'] as const;

/** So far may another clock be ahead of ours. */
const CLOCKS_DIFFER_MS = 86_400_000;

/**
 * Reads one report. Who handled the dossier, where and with which words is about persons and never leaves this function. An
 * unreadable time that is named beside the moment of handling counts as absent. What is told to have happened later than `now`, and a day for
 * clocks that differ, has not: nothing that is true would be newer than it.
 */
export function readProgressRow(raw: unknown, now: Date): ProgressRow {
  if (!isRow(raw)) return { ok: false, code: null, field: '', problem: 'NOT_AN_OBJECT' };
  const text = textOf(raw, 'MaHoSo');
  const read = text === null ? null : readDossierCode(text);
  const code = read === null ? null : text;
  const unfit = findUnfitField(raw);
  if (unfit !== null) return { ok: false, code, ...unfit };
  if (text === null || read === null) return bad(null, 'MaHoSo', text);
  const statusText = textOf(raw, 'TrangThai');
  const status = statusText !== null && /^\d{1,2}$/.test(statusText) ? Number(statusText) : null;
  if (statusText === null || status === null) return bad(code, 'TrangThai', statusText);
  if (status < 1 || status > 10) return { ok: false, code, field: 'TrangThai', problem: 'UNKNOWN_STATUS' };
  const moment = textOf(raw, 'ThoiDiemXuLy');
  const at = moment === null ? null : readStamp(moment);
  if (moment === null) return bad(code, 'ThoiDiemXuLy', null);
  if (at === null)
    return { ok: false, code, field: 'ThoiDiemXuLy', problem: isStampShaped(moment) ? 'NO_SUCH_TIME' : 'MALFORMED' };
  const time = (name: string) => readStamp(textOf(raw, name) ?? '');
  const latest = now.getTime() + CLOCKS_DIFFER_MS;
  const ahead = HAPPENED.find((name) => (time(name)?.getTime() ?? 0) > latest);
  if (ahead !== undefined) return { ok: false, code, field: ahead, problem: 'NOT_YET' };
  return {
    ok: true,
    step: {
      code: text,
      codeKey: read.key,
      organisation: read.organisation,
      at,
      status,
      dueAt: time('NgayHenTra'),
      finishedAt: time('NgayKetThucXuLy'),
      returnedAt: time('NgayTra'),
    },
  };
}

function bad(code: string | null, field: string, text: string | null): ProgressRow {
  return { ok: false, code, field, problem: text === null ? 'MISSING' : 'MALFORMED' };
}

function textOf(row: Row, name: string): string | null {
  const value = row[name];
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** How far a dossier has come, as far as reports may change it. */
export interface Progress {
  status: number;
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  returnedAt: Date | null;
  /** The moment of the newest report that it shows. */
  progressAt: Date | null;
}

export type ReportedTimes = Pick<ProgressStep, 'at' | 'status' | 'dueAt' | 'finishedAt' | 'returnedAt'>;

const PROCESSED = 9;
const RETURNED = 10;

/**
 * A dossier after reports of its progress, whatever the order in which they came: the oldest first, and none that is older than
 * what stands. A report changes the status and the times that it names, nothing else. That the result was returned (10) names the
 * time at which it was; that it was processed (9) names when it was finished only for a source whose nines mean that.
 */
export function afterProgress(
  stands: Progress,
  steps: readonly ReportedTimes[],
  { nineIsFinished }: { nineIsFinished: boolean },
): Progress {
  const ordered = steps.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.status - b.status);
  return ordered.reduce((now, step) => {
    if (step.at.getTime() < standsSince(now)) return now;
    const isFinished = step.status === RETURNED || (step.status === PROCESSED && nineIsFinished);
    const finishedAt = step.finishedAt ?? now.finishedAt ?? (isFinished ? step.at : null);
    return {
      ...now,
      status: step.status,
      dueAt: step.dueAt ?? now.dueAt,
      // A finish before the reception is none.
      finishedAt: finishedAt !== null && finishedAt < now.receivedAt ? now.finishedAt : finishedAt,
      returnedAt: step.returnedAt ?? now.returnedAt ?? (step.status === RETURNED ? step.at : null),
      progressAt: step.at,
    };
  }, stands);
}

function standsSince({ receivedAt, finishedAt, returnedAt, progressAt }: Progress): number {
  return Math.max(...[receivedAt, finishedAt, returnedAt, progressAt].map((at) => at?.getTime() ?? 0));
}
