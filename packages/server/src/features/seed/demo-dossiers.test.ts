import { readDossierRow, type DossierFields } from '@chi-tieu/shared/domain/dossier-row';
import { aliasKey } from '@chi-tieu/shared/domain/organisation';
import { describe, expect, it } from 'vitest';
import { readBaseData } from './base-data.ts';
import { readDemoData } from './demo-data.ts';
import { demoDossiers, demoDossiersWithProblems } from './demo-dossiers.ts';

const { aliases, procedures } = readDemoData();
const unitOf = new Map(aliases.map(({ unit, alias }) => [aliasKey(alias), unit]));
const kindOf = new Map(readBaseData().units.map(({ unit, kind }) => [unit, kind]));
const codes = new Set(procedures.map(({ code }) => code));
const made = [...demoDossiersWithProblems()].map((dossier) => ({ ...dossier, read: readDossierRow(dossier.row) }));
const good = made.flatMap(({ problem, read }) => (problem === null && read.ok ? [read.dossier] : []));

describe('made dossiers', () => {
  it('are the same for the same seed and others for another', () => {
    const rows = (seed: number): string => JSON.stringify([...demoDossiers({ count: 3000, seed })]);
    expect(rows(1)).toBe(rows(1));
    expect(rows(1)).not.toBe(rows(2));
  });

  it.each([1, 2, 149, 1000])('are as many as asked for: %i', (count) => {
    expect([...demoDossiers({ count })]).toHaveLength(count);
  });

  it('number 120,000 unless told, 150 of them bad', () => {
    expect(made).toHaveLength(120_000);
    expect(made.filter(({ problem }) => problem !== null)).toHaveLength(150);
  });

  it('have no code twice', () => {
    expect(new Set(made.map(({ row }) => row['MaHoSo'])).size).toBe(made.length);
  });

  it('are good rows of known units and procedures, except the intended bad ones, each for the intended reason', () => {
    for (const { row, problem, read } of made) {
      const isUnitKnown = read.ok && unitOf.has(read.dossier.organisation);
      const isProcedureKnown = read.ok && codes.has(read.dossier.procedureCode);
      const found = !read.ok ? 'ROW' : !isUnitKnown ? 'UNIT' : !isProcedureKnown ? 'PROCEDURE' : null;
      if (found !== problem) expect.fail(`${JSON.stringify(row)} is ${String(found)}, not ${String(problem)}`);
    }
  });

  it('carry no more than the fields that figures need: no person is named, even an invented one', () => {
    const fields = new Set(made.flatMap(({ row }) => Object.keys(row)));
    expect([...fields].toSorted()).toEqual([
      'DonViXuLy',
      'KenhThucHien',
      'MaHoSo',
      'MaTTHC',
      'NgayHenTra',
      'NgayKetThucXuLy',
      'NgayTiepNhan',
      'NgayTra',
      'TrangThaiHoSo',
    ]);
  });

  it('name their unit as an alias of the unit in their code spells it', () => {
    const spelt = new Map(
      good.map(({ organisation, unitName }) => [`${organisation} ${unitName ?? ''}`, { organisation, unitName }]),
    );
    for (const { organisation, unitName } of spelt.values()) {
      expect(unitOf.get(aliasKey(unitName ?? '')), unitName ?? '').toBe(unitOf.get(organisation));
    }
    const hongTien = good.filter(({ organisation }) => unitOf.get(organisation) === '05869');
    const before = hongTien.filter(({ receivedDay }) => receivedDay < '2022-04-10').map(({ unitName }) => unitName);
    const after = hongTien.filter(({ receivedDay }) => receivedDay >= '2022-04-10').map(({ unitName }) => unitName);
    expect([new Set(before), new Set(after)]).toEqual([
      new Set(['UBND xã Hồng Tiến']),
      new Set(['UBND phường Hồng Tiến']),
    ]);
  });
});

describe('the shape of the made dossiers', () => {
  it('is the published one: communes two thirds, departments a quarter, districts the rest', () => {
    expect(share(isOf('COMMUNE'))).toBeCloseTo(0.68, 2);
    expect(share(isOf('DEPARTMENT'))).toBeCloseTo(0.26, 2);
    expect(share(isOf('DISTRICT'))).toBeCloseTo(0.06, 2);
    expect(share(({ procedureCode }) => procedureCode === '2.000815')).toBeCloseTo(0.25, 1);
  });

  it('leaves three communes and the office of the province without any dossier', () => {
    const seen = new Set(good.map(({ organisation }) => unitOf.get(organisation)));
    const communes = readBaseData().units.filter(({ kind, to }) => kind === 'COMMUNE' && (to ?? '9999') > '2022-12-31');
    const without = new Set(communes.map(({ unit }) => unit).filter((unit) => !seen.has(unit)));
    expect([...without].toSorted()).toEqual(['05539', '05665', '05719']);
    expect(seen.has('19-VPUB')).toBe(false);
  });

  it('goes online year by year', () => {
    const online = (from: string, to: string): number =>
      share(
        ({ channel }) => channel === 'ONLINE',
        good.filter(({ receivedDay }) => receivedDay >= from && receivedDay <= to),
      );
    const halves = [
      online('2021-01-01', '2021-06-30'),
      online('2021-07-01', '2021-12-31'),
      online('2022-01-01', '2022-06-30'),
    ];
    const rising = [...halves, online('2022-07-01', '2022-12-31')];
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    expect(rising[0]).toBeLessThan(0.25);
    expect(rising[3]).toBeGreaterThan(0.5);
  });

  it('knows every channel, every end, and some lateness', () => {
    expect(share(({ channel }) => channel === 'POSTAL')).toBeGreaterThan(0.01);
    expect(share(({ channel }) => channel === 'UNKNOWN')).toBeGreaterThan(0.01);
    expect(new Set(good.map(({ status }) => status))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    const late = share(({ finishedAt, dueAt }) => finishedAt !== null && dueAt !== null && finishedAt > dueAt);
    expect(late).toBeGreaterThan(0.003);
    expect(late).toBeLessThan(0.02);
  });

  it('finishes some dossiers in the year after their reception, and none after the data ends', () => {
    const crossing = good.filter(
      ({ receivedDay, finishedDay }) => receivedDay < '2022-01-01' && (finishedDay ?? '') >= '2022-01-01',
    );
    expect(crossing.length).toBeGreaterThan(50);
    expect(good.every(({ finishedDay }) => (finishedDay ?? '') <= '2022-12-31')).toBe(true);
  });

  it('keeps to the working week: on days off only what comes online, and Tết is quiet', () => {
    const weekend = good.filter(({ receivedDay }) => [0, 6].includes(new Date(receivedDay).getUTCDay()));
    expect(weekend.length).toBeGreaterThan(100);
    expect(weekend.some(({ channel }) => channel === 'IN_PERSON' || channel === 'POSTAL')).toBe(false);
    const on = (day: string): number => good.filter(({ receivedDay }) => receivedDay === day).length;
    expect(on('2022-02-01') * 5).toBeLessThan(on('2022-02-08'));
  });

  it('takes a few dossiers for procedures that were repealed, none before they began', () => {
    const term = new Map(procedures.map(({ code, inForceFrom, inForceTo }) => [code, { inForceFrom, inForceTo }]));
    const early = good.filter(
      ({ procedureCode, receivedDay }) => receivedDay < (term.get(procedureCode)?.inForceFrom ?? ''),
    );
    const late = good.filter(
      ({ procedureCode, receivedDay }) => receivedDay > (term.get(procedureCode)?.inForceTo ?? '9999'),
    );
    expect(early).toHaveLength(0);
    expect(late.length).toBeGreaterThan(10);
    expect(late.length).toBeLessThan(300);
  });
});

function isOf(kind: string): (dossier: DossierFields) => boolean {
  return ({ organisation }) => kindOf.get(unitOf.get(organisation) ?? '') === kind;
}

function share(holds: (dossier: DossierFields) => boolean, among: DossierFields[] = good): number {
  return among.filter(holds).length / among.length;
}
