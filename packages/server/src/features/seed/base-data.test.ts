import { isBetween, isDay, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import { describe, expect, it } from 'vitest';
import { readBaseData, type UnitVersionFact } from './base-data.ts';

const { units, successions, indicators, serviceLists } = readBaseData();

function aliveOn(day: Day): UnitVersionFact[] {
  return units.filter((version) => isBetween(day, version.from, version.to));
}

function count(versions: UnitVersionFact[], kind: string, type?: string): number {
  return versions.filter((version) => version.kind === kind && (type === undefined || version.type === type)).length;
}

describe('the units of the province', () => {
  it.each([
    { day: '2019-12-31', communes: 180, wards: 32, rural: 139, townships: 9 },
    { day: '2020-01-01', communes: 178, wards: 32, rural: 137, townships: 9 },
    { day: '2022-04-09', communes: 178, wards: 32, rural: 137, townships: 9 },
    { day: '2022-04-10', communes: 178, wards: 41, rural: 128, townships: 9 },
    { day: '2022-08-31', communes: 178, wards: 41, rural: 128, townships: 9 },
    { day: '2023-04-09', communes: 178, wards: 41, rural: 128, townships: 9 },
    { day: '2023-04-10', communes: 177, wards: 41, rural: 126, townships: 10 },
    { day: '2025-01-01', communes: 173, wards: 41, rural: 122, townships: 10 },
    { day: '2025-03-01', communes: 172, wards: 41, rural: 121, townships: 10 },
  ])('number $communes communes on $day', ({ day, communes, wards, rural, townships }) => {
    const alive = aliveOn(day);
    expect([count(alive, 'PROVINCE'), count(alive, 'DEPARTMENT'), count(alive, 'DISTRICT')]).toEqual([1, 20, 9]);
    expect(count(alive, 'COMMUNE')).toBe(communes);
    expect(['Phường', 'Xã', 'Thị trấn'].map((type) => count(alive, 'COMMUNE', type))).toEqual([
      wards,
      rural,
      townships,
    ]);
  });

  it.each([
    ['172', '2022-04-09', 'Thị xã Phổ Yên'],
    ['172', '2022-04-10', 'Thành phố Phổ Yên'],
    ['05869', '2022-04-09', 'Xã Hồng Tiến'],
    ['05869', '2022-04-10', 'Phường Hồng Tiến'],
    ['05905', '2022-04-10', 'Phường Thuận Thành'],
    ['05509', '2019-12-31', 'Phường Lương Châu'],
    ['05509', '2020-01-01', 'Phường Châu Sơn'],
    ['05692', '2023-04-10', 'Thị trấn Hóa Thượng'],
    ['05536', '2024-12-31', 'Thị trấn Chợ Chu'],
    ['05569', '2024-12-31', 'Xã Bảo Cường'],
    ['05569', '2025-01-01', 'Thị trấn Chợ Chu'],
    ['05644', '2025-03-01', 'Thị trấn Giang Tiên'],
  ])('call %s on %s %s', (code, day, name) => {
    expect(aliveOn(day).find((version) => version.code === code)?.name).toBe(name);
  });

  it('have no code, and no identity, twice on one day', () => {
    for (const key of ['unit', 'code'] as const) {
      for (const group of groupsBy(key)) {
        const sorted = group.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
        sorted.slice(1).forEach((version, i) => {
          expect(version.from, `${key} ${version[key]}`).not.toBeNull();
          expect((sorted[i]?.to ?? '9999-12-31') < (version.from ?? ''), `${key} ${version[key]}`).toBe(true);
        });
      }
    }
  });

  it('keep their kind and go on without a gap as long as they exist', () => {
    for (const group of groupsBy('unit')) {
      expect(new Set(group.map((version) => version.kind)).size).toBe(1);
      group.slice(1).forEach((version, i) => expect(nextDay(group[i]?.to ?? '')).toBe(version.from));
    }
  });

  it('have a parent that is alive on every day of theirs, above them', () => {
    const above = { PROVINCE: null, DEPARTMENT: 'PROVINCE', DISTRICT: 'PROVINCE', COMMUNE: 'DISTRICT' };
    for (const version of units) {
      for (const day of [version.from ?? '1990-01-01', version.to ?? '2025-06-30']) {
        const parent = aliveOn(day).find(({ code }) => code === version.parentCode);
        expect(parent?.kind ?? null, `${version.code} on ${day}`).toBe(above[version.kind]);
      }
    }
  });

  it('bear real days, plain codes, names in NFC that begin with their type, and a source', () => {
    for (const { code, name, type, from, to, source, kind, official } of units) {
      for (const day of [from, to]) expect(day === null || isDay(day)).toBe(true);
      expect(code).toMatch(/^[0-9A-Z][0-9A-Z-]{0,30}$/);
      expect(name).toBe(name.normalize('NFC'));
      expect(name.startsWith(type)).toBe(true);
      expect(source).not.toBe('');
      expect(official).toBe(kind !== 'DEPARTMENT');
    }
  });
});

describe('successions', () => {
  it('lead from a unit that ended the day before to one that is alive', () => {
    for (const { predecessor, successor, on } of successions) {
      const last = units.findLast(({ unit }) => unit === predecessor);
      expect(last?.to && nextDay(last.to), predecessor).toBe(on);
      expect(
        aliveOn(on).some(({ unit }) => unit === successor),
        successor,
      ).toBe(true);
    }
  });

  it('give every unit that ended exactly one main successor', () => {
    const ended = [...groupsBy('unit')].flatMap((group) => (group.at(-1)?.to == null ? [] : [group.at(-1)?.unit]));
    const heirs = successions.filter(({ main }) => main).map(({ predecessor }) => predecessor);
    expect(heirs.toSorted()).toEqual(ended.toSorted());
  });
});

describe('the indicators that every installation begins with', () => {
  it('count resolved dossiers by the list of their reception day, for Decision 793', () => {
    expect(indicators[0]).toMatchObject({
      code: 'ONLINE_RESOLUTION_L4',
      counts: 'DOSSIERS',
      basis: 'RESOLVED',
      eligibilityDate: 'RECEIVED',
      inForceRequired: true,
      list: 'QD402',
      levels: ['LEVEL_4', 'FULL'],
      numerator: 'CHANNEL',
      numeratorChannel: 'ONLINE',
    });
    expect(serviceLists.map(({ code }) => code)).toEqual(['QD402']);
  });

  it('count what the national set of indicators looks at as well, each by the clause of its decision', () => {
    expect(indicators.map(({ code, counts, numerator }) => `${code} ${counts} ${numerator}`)).toEqual([
      'ONLINE_RESOLUTION_L4 DOSSIERS CHANNEL',
      'RECEPTION_ONLINE DOSSIERS CHANNEL',
      'RESOLUTION_ON_TIME DOSSIERS ON_TIME',
      'SERVICES_FULL_ONLINE SERVICES_OFFERED CHANNEL',
      'SERVICES_WITH_ONLINE SERVICES_USED CHANNEL',
    ]);
    for (const { clause } of indicators) expect(clause).toMatch(/Quyết định (?:793|766)\/QĐ-/);
  });
});

function groupsBy(key: 'unit' | 'code'): Iterable<UnitVersionFact[]> {
  const groups = new Map<string, UnitVersionFact[]>();
  for (const version of units) groups.set(version[key], [...(groups.get(version[key]) ?? []), version]);
  return groups.values();
}
