import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterProgress, readProgressRow, type Progress, type ReportedTimes } from './progress.ts';

const at = (hour: number) => new Date(Date.UTC(2022, 5, 1, hour));
const DOSSIER: Progress = {
  status: 2,
  receivedAt: at(1),
  dueAt: null,
  finishedAt: null,
  returnedAt: null,
  progressAt: null,
};
const step = (hour: number, status: number, more: Partial<ReportedTimes> = {}): ReportedTimes => ({
  at: at(hour),
  status,
  dueAt: null,
  finishedAt: null,
  returnedAt: null,
  ...more,
});
const NOW = new Date('2022-09-01T01:15:00Z');
const NINES = { nineIsFinished: false };

describe('a report of progress', () => {
  it('keeps nothing of persons', () => {
    const read = readProgressRow(
      {
        MaHoSo: '000.00.16.H55-220831-0001',
        NguoiXuLy: 'Nguyễn Văn A',
        NoiDungXuLy: 'Gọi 0900000000',
        ThoiDiemXuLy: '20220831081500',
        TrangThai: '4',
      },
      NOW,
    );
    expect(read.ok && read.step).toEqual({
      code: '000.00.16.H55-220831-0001',
      codeKey: 'H55.16-220831-0001',
      organisation: 'H55.16',
      at: new Date('2022-08-31T01:15:00Z'),
      status: 4,
      dueAt: null,
      finishedAt: null,
      returnedAt: null,
    });
  });

  it.each([
    ['no dossier', { MaHoSo: '' }, 'MaHoSo', 'MISSING'],
    ['a code that is none', { MaHoSo: 'x' }, 'MaHoSo', 'MALFORMED'],
    ['no state', { TrangThai: '' }, 'TrangThai', 'MISSING'],
    ['a state that is none', { TrangThai: '11' }, 'TrangThai', 'UNKNOWN_STATUS'],
    ['no moment', { ThoiDiemXuLy: '' }, 'ThoiDiemXuLy', 'MISSING'],
    ['a moment that never was', { ThoiDiemXuLy: '20220231000000' }, 'ThoiDiemXuLy', 'NO_SUCH_TIME'],
    ['a moment that is not yet', { ThoiDiemXuLy: '20220903081600' }, 'ThoiDiemXuLy', 'NOT_YET'],
    ['a finish that is not yet', { NgayKetThucXuLy: '20990101000000' }, 'NgayKetThucXuLy', 'NOT_YET'],
    ['a return that is not yet', { NgayTra: '20990101000000' }, 'NgayTra', 'NOT_YET'],
  ])('is bad with %s', (_what, facts, field, problem) => {
    const good = { MaHoSo: 'H55.16-220831-0001', TrangThai: '4', ThoiDiemXuLy: '20220831081500' };
    expect(readProgressRow({ ...good, ...facts }, NOW)).toMatchObject({ ok: false, field, problem });
  });

  it.each(['20220831081500', '20220902081500'])(
    'takes clocks that differ by a day, and a due time to come: %s',
    (at) => {
      const row = { MaHoSo: 'H55.16-220831-0001', TrangThai: '4', ThoiDiemXuLy: at, NgayHenTra: '20991231170000' };
      expect(readProgressRow(row, NOW).ok).toBe(true);
    },
  );
});

describe('a dossier after reports', () => {
  it('stands as the newest says, and ends when it was returned', () => {
    const done = afterProgress(DOSSIER, [step(3, 10), step(2, 4)], NINES);
    expect(done).toEqual({ ...DOSSIER, status: 10, finishedAt: at(3), returnedAt: at(3), progressAt: at(3) });
  });

  it('is finished by a nine only where nines mean that', () => {
    expect(afterProgress(DOSSIER, [step(2, 9)], NINES).finishedAt).toBeNull();
    expect(afterProgress(DOSSIER, [step(2, 9)], { nineIsFinished: true }).finishedAt).toEqual(at(2));
  });

  it('is left as it is by what is older than what stands, and by times before its reception', () => {
    const finished = { ...DOSSIER, status: 10, finishedAt: at(5) };
    expect(afterProgress(finished, [step(4, 4)], NINES)).toEqual(finished);
    expect(afterProgress(DOSSIER, [step(2, 5, { finishedAt: at(0) })], NINES).finishedAt).toBeNull();
  });

  it('ends the same in whatever order the reports lie', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        (told, order, nineIsFinished) => {
          const reports = told.map(([hour, status]) => step(hour, status));
          const mixed = reports.map((one, at) => ({ one, key: order[at] ?? 0 })).sort((a, b) => a.key - b.key);
          expect(
            afterProgress(
              DOSSIER,
              mixed.map(({ one }) => one),
              { nineIsFinished },
            ),
          ).toEqual(afterProgress(DOSSIER, reports, { nineIsFinished }));
        },
      ),
    );
  });
});
