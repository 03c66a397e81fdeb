import { isBetween, isDay } from '@chi-tieu/shared/domain/days';
import { aliasKey, organisationKey } from '@chi-tieu/shared/domain/organisation';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import { describe, expect, it } from 'vitest';
import { readBaseData } from './base-data.ts';
import { readDemoData } from './demo-data.ts';
import { readCsv } from './read-csv.ts';

const { procedures, decisions, listChanges, aliases, plans } = readDemoData();
const units = readBaseData().units;
const in2022 = units.filter((version) => isBetween('2022-12-31', version.from, version.to));
const procedureOf = new Map(procedures.map((procedure) => [procedure.code, procedure]));
const decisionOf = new Map(decisions.map((decision) => [decision.number, decision]));

describe('the catalogue', () => {
  it('holds at least 120 procedures taken from the national database, and says of every other that it is not', () => {
    const national = procedures.filter(({ source }) => source.startsWith('Cơ sở dữ liệu quốc gia về TTHC'));
    expect(national.length).toBeGreaterThanOrEqual(120);
    expect(procedures.every(({ source }) => source !== '')).toBe(true);
  });

  it('has well-formed codes, each once, with name, field and tiers', () => {
    expect(procedureOf.size).toBe(procedures.length);
    for (const { code, name, field, tiers } of procedures) {
      expect(code).toMatch(/^[1-6]\.\d{6}$/);
      expect([name, field].every((text) => text.trim() !== '' && text === text.normalize('NFC'))).toBe(true);
      expect(tiers.length).toBe(new Set(tiers).size);
      expect(tiers.length).toBeGreaterThan(0);
    }
  });

  it('knows procedures that began or ended while dossiers came in', () => {
    const ended = procedures.filter(({ inForceTo }) => isBetween(inForceTo ?? '', '2021-12-31', '2022-12-31'));
    const began = procedures.filter(({ inForceFrom }) => isBetween(inForceFrom ?? '', '2021-01-01', '2022-12-31'));
    expect(ended.length).toBeGreaterThan(4);
    expect(began.length).toBeGreaterThan(4);
    for (const { inForceFrom, inForceTo } of procedures)
      expect((inForceFrom ?? '') <= (inForceTo ?? '9999')).toBe(true);
  });
});

describe('the list of Decision 402', () => {
  it('names only procedures of the catalogue, at tiers that handle them, by decisions of the province', () => {
    for (const { procedure, tier, decision, list } of listChanges) {
      expect(procedureOf.get(procedure)?.tiers, procedure).toContain(tier);
      expect(decisionOf.get(decision)?.issuer, decision).toBe('19');
      expect(list).toBe('QD402');
    }
  });

  it('is amended by later decisions that add, remove and change levels, each only what is there to be changed', () => {
    const level = new Map<string, string | null>();
    const ordered = listChanges.toSorted((a, b) => (effective(a.decision) < effective(b.decision) ? -1 : 1));
    for (const change of ordered) {
      const key = `${change.procedure} ${change.tier}`;
      const before = level.get(key) ?? null;
      expect(before === null, `${change.action} ${key}`).toBe(change.action === 'ADD');
      expect(change.level === null, `${change.action} ${key}`).toBe(change.action === 'REMOVE');
      expect(change.level, key).not.toBe(before);
      level.set(key, change.level);
    }
    const later = listChanges.filter(({ decision }) => decision !== '402/QĐ-UBND');
    expect(new Set(later.map(({ decision }) => decision)).size).toBe(3);
    expect(new Set(later.map(({ action }) => action))).toEqual(new Set(['ADD', 'REMOVE', 'CHANGE_LEVEL']));
  });

  it('stays within the published numbers of each tier', () => {
    const first = listChanges.filter(({ decision }) => decision === '402/QĐ-UBND');
    const ofTier = (tier: string): number => first.filter((change) => change.tier === tier).length;
    expect(ofTier('COMMUNE')).toBeLessThanOrEqual(44);
    expect(ofTier('DISTRICT')).toBeLessThanOrEqual(115);
    expect(ofTier('PROVINCE')).toBeLessThanOrEqual(1072);
    expect(first.every(({ level }) => level === 'LEVEL_4')).toBe(true);
  });
});

describe('decisions', () => {
  it('are issued by units, on real days, before they take effect, and say whether they are real', () => {
    for (const { number, issuer, issuedOn, effectiveOn, source } of decisions) {
      expect(
        in2022.some(({ unit }) => unit === issuer),
        number,
      ).toBe(true);
      expect(isDay(issuedOn) && isDay(effectiveOn) && issuedOn <= effectiveOn, number).toBe(true);
      expect(source).toMatch(/^(Quyết định có thật|Bịa cho bản minh họa)/);
    }
  });
});

describe('aliases', () => {
  it('name one unit each, and every unit of 2022 by both notations and by a name', () => {
    const unitOf = new Map<string, string>();
    for (const { unit, alias } of aliases) {
      expect(unitOf.get(aliasKey(alias)) ?? unit, alias).toBe(unit);
      unitOf.set(aliasKey(alias), unit);
    }
    for (const { unit } of in2022) {
      const own = aliases.filter((row) => row.unit === unit).map(({ alias }) => alias);
      expect(new Set(own).size, unit).toBe(own.length);
      expect(
        own.filter((alias) => organisationKey(alias) !== null),
        unit,
      ).toHaveLength(2);
      expect(
        own.some((alias) => aliasKey(alias).startsWith('name:')),
        unit,
      ).toBe(true);
    }
  });

  it('leave free what others use: the 900 of the examples and the 16 of the sample message', () => {
    for (const { alias } of aliases) expect(organisationKey(alias) ?? '').not.toMatch(/^H55\.(16|9\d\d)(\.|$)/);
  });
});

describe('plans', () => {
  it('give every department and district 55 percent and three districts’ communes targets of their own', () => {
    const [province, ...districts] = plans;
    const heads = in2022.filter(({ kind }) => kind === 'DEPARTMENT' || kind === 'DISTRICT').map(({ unit }) => unit);
    expect(province).toMatchObject({ issuer: '19', decision: '793/QĐ-UBND', year: 2022 });
    expect(province?.targets.map(({ unit }) => unit).toSorted()).toEqual(heads.toSorted());
    expect(province?.targets.every(({ percent }) => percent === 55)).toBe(true);
    expect(districts.map(({ issuer }) => issuer).toSorted()).toEqual(['164', '167', '171']);
    for (const { issuer, targets } of districts) {
      const communes = in2022.filter(({ parentCode }) => parentCode === issuer).map(({ unit }) => unit);
      expect(targets.map(({ unit }) => unit).toSorted()).toEqual(communes.toSorted());
      expect(new Set(targets.map(({ percent }) => percent)).size).toBeGreaterThan(10);
    }
  });

  it('are issued by decisions of the same unit, in percentages that can be stored', () => {
    for (const { decision, issuer, targets } of plans) {
      expect(decisionOf.get(decision)?.issuer).toBe(issuer);
      for (const { percent } of targets) expect(hundredthsOf(percent)).not.toBeNull();
    }
  });
});

describe('the volumes', () => {
  it('spread dossiers over procedures at tiers and departments that handle them', () => {
    for (const row of readCsv('demo/volumes.csv', ['procedure', 'tier', 'department', 'weight', 'ease', 'days'])) {
      expect(procedureOf.get(row.procedure)?.tiers, row.procedure).toContain(row.tier);
      expect(in2022.some(({ unit }) => unit === row.department)).toBe(row.tier === 'PROVINCE');
      expect([row.weight, row.ease, row.days].every((cell) => cell !== '' && Number.isFinite(Number(cell)))).toBe(true);
    }
  });
});

function effective(decision: string): string {
  return decisionOf.get(decision)?.effectiveOn ?? '';
}
