import { isBetween, type Day } from '@chi-tieu/shared/domain/days';
import { readDossierRow, type DossierFields } from '@chi-tieu/shared/domain/dossier-row';
import { aliasKey } from '@chi-tieu/shared/domain/organisation';
import { describe, expect, it } from 'vitest';
import { readBaseData } from './base-data.ts';
import { readDemoData } from './demo-data.ts';
import { demoDossiers } from './demo-dossiers.ts';

const { aliases, procedures, decisions, listChanges, plans } = readDemoData();
const unitOf = new Map(aliases.map(({ unit, alias }) => [aliasKey(alias), unit]));
const units = new Map(
  readBaseData()
    .units.filter(({ from, to }) => isBetween('2022-12-31', from, to))
    .map((version) => [version.unit, version]),
);
const term = new Map(procedures.map((procedure) => [procedure.code, procedure]));
const effective = new Map(decisions.map(({ number, effectiveOn }) => [number, effectiveOn]));
const history = listHistory();
const counts = { 2021: new Map<string, Count>(), 2022: new Map<string, Count>() };
for (const row of demoDossiers()) {
  const read = readDossierRow(row);
  if (read.ok) book(read.dossier);
}

/** What the demonstration is there to show, counted here by hand so that tuning its data cannot quietly lose it. */
describe('the story that the demonstration tells of 2022', () => {
  it('is a province that just fails 55 percent', () => {
    const rate = rateOf([...counts[2022].keys()]);
    expect(rate).toBeGreaterThan(50);
    expect(rate).toBeLessThan(55);
  });

  it('is told by districts on both sides of the target, some of them far behind', () => {
    const rates = new Map(
      [...units.values()].filter(({ kind }) => kind === 'DISTRICT').map(({ unit }) => [unit, rateOf(below(unit))]),
    );
    const met = [...rates].filter(([, rate]) => rate >= 55).map(([unit]) => unit);
    expect(met.length).toBeGreaterThanOrEqual(3);
    expect(met.length).toBeLessThanOrEqual(6);
    expect(rates.get('171')).toBeLessThan(45);
    expect(rates.get('172')).toBeLessThan(45);
  });

  it('has communes far behind the rest of their district', () => {
    const behind = [...units.values()].filter(
      ({ unit, kind }) => kind === 'COMMUNE' && counts[2022].has(unit) && rateOf([unit]) < 25,
    );
    expect(behind.length).toBeGreaterThanOrEqual(4);
    expect(behind.length).toBeLessThanOrEqual(15);
  });

  it('has departments of both outcomes and some without a dossier that counts', () => {
    const departments = [...units.values()].filter(({ kind }) => kind === 'DEPARTMENT').map(({ unit }) => unit);
    const counting = departments.filter((unit) => counts[2022].has(unit));
    expect(counting.length).toBeLessThan(departments.length);
    expect(counting.some((unit) => rateOf([unit]) >= 55)).toBe(true);
    expect(counting.some((unit) => rateOf([unit]) < 55)).toBe(true);
  });

  it('has cascades that carry the target of their district on the figures of the year before', () => {
    for (const { issuer, targets } of plans.slice(1)) {
      const own = counts[2021].get(issuer) ?? { online: 0, all: 0 };
      const volumes = targets.map(({ unit, percent }) => ({ volume: counts[2021].get(unit)?.all ?? 0, percent }));
      const all = volumes.reduce((sum, { volume }) => sum + volume, own.all);
      const reached = volumes.reduce((sum, { volume, percent }) => sum + volume * percent, own.online * 100);
      expect(reached, issuer).toBeGreaterThanOrEqual(55 * all);
      expect(reached, issuer).toBeLessThan(56 * all);
    }
  });
});

interface Count {
  online: number;
  all: number;
}

function book(dossier: DossierFields): void {
  const unit = unitOf.get(dossier.organisation);
  if (unit === undefined || !isCounted(dossier, unit)) return;
  const year = dossier.finishedDay?.startsWith('2021') ? counts[2021] : counts[2022];
  const count = year.get(unit) ?? { online: 0, all: 0 };
  count.all += 1;
  if (dossier.channel === 'ONLINE') count.online += 1;
  year.set(unit, count);
}

function isCounted({ status, finishedDay, receivedDay, procedureCode }: DossierFields, unit: string): boolean {
  const procedure = term.get(procedureCode);
  if (status < 9 || finishedDay === null || !procedure) return false;
  if (!isBetween(receivedDay, procedure.inForceFrom, procedure.inForceTo)) return false;
  const kind = units.get(unit)?.kind ?? '';
  const level = levelOn(`${procedureCode} ${kind === 'DEPARTMENT' ? 'PROVINCE' : kind}`, receivedDay);
  return level === 'LEVEL_4' || level === 'FULL';
}

function listHistory(): Map<string, { from: Day; level: string | null }[]> {
  const entries = new Map<string, { from: Day; level: string | null }[]>();
  for (const { procedure, tier, decision, level } of listChanges) {
    const key = `${procedure} ${tier}`;
    entries.set(key, [...(entries.get(key) ?? []), { from: effective.get(decision) ?? '', level }]);
  }
  for (const changes of entries.values()) changes.sort((a, b) => (a.from < b.from ? -1 : 1));
  return entries;
}

function levelOn(key: string, day: Day): string | null {
  return history.get(key)?.findLast(({ from }) => from <= day)?.level ?? null;
}

function below(district: string): string[] {
  return [...units.values()]
    .filter(({ unit, parentCode }) => unit === district || parentCode === district)
    .map(({ unit }) => unit);
}

/** In percent, over the units together. */
function rateOf(of: string[]): number {
  const found = of.flatMap((unit) => counts[2022].get(unit) ?? []);
  return (100 * found.reduce((sum, { online }) => sum + online, 0)) / found.reduce((sum, { all }) => sum + all, 0);
}
