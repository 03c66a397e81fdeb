import fc from 'fast-check';
import { addDays } from '@chi-tieu/shared/domain/days';
import type { Api } from './api.ts';
import { nameUnits } from './factories.ts';

/** Receiving units of every tier: the province, a department of it, a district, two communes. */
export const RECEIVING = ['19', '19-STTTT', '164', '05503', '05500'] as const;
export const PROCEDURES = ['1.000001', '1.000002', '2.000001', '2.000002'] as const;
export const TIERS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
const LEVELS = ['LEVEL_3', 'LEVEL_4', 'FULL', 'PARTIAL'] as const;

/** Units that lines may name, with their tiers: the province, a department, a district, a commune in it. */
const NAMED = [
  { unit: '19', tier: 'PROVINCE' },
  { unit: '19-STTTT', tier: 'PROVINCE' },
  { unit: '164', tier: 'DISTRICT' },
  { unit: '05503', tier: 'COMMUNE' },
] as const;

/** Days close together around the turn of a month, so that ends of periods meet. */
export const arbitraryDay = fc.integer({ min: 0, max: 9 }).map((n) => addDays('2022-02-25', n));

/** Makes the units known by their organisations, `H55.1` and so on. */
export function nameReceivingUnits(api: Api): Promise<void> {
  return nameUnits(api, Object.fromEntries(RECEIVING.map((unit, n) => [unit, [`H55.${n + 1}`]])));
}

const arbitraryTime = fc.constantFrom('000000', '001000', '080000', '235000', '235959');

/** The row of a dossier with one of so many numbers; the smaller, the more often it is one that was sent before. */
export function arbitraryRow(numbers: number): fc.Arbitrary<Record<string, string>> {
  return fc
    .record({
      unit: fc.nat({ max: RECEIVING.length - 1 }),
      number: fc.integer({ min: 1, max: numbers }),
      procedure: fc.constantFrom(...PROCEDURES),
      channel: fc.constantFrom('', '1', '2', '2', '3'),
      status: fc.constantFrom('1', '3', '4', '7', '8', '9', '10', '10', '10'),
      received: fc.tuple(arbitraryDay, arbitraryTime),
      lasts: fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }), arbitraryTime), { freq: 6 }),
      due: fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }), arbitraryTime), { freq: 6 }),
    })
    .map(({ unit, number, procedure, channel, status, received: [day, time], lasts, due }) => {
      const finished = lasts && stamp(addDays(day, lasts[0]), lasts[1]);
      return {
        MaHoSo: `H55.${unit + 1}-220301-${String(number).padStart(4, '0')}`,
        MaTTHC: procedure,
        KenhThucHien: channel,
        TrangThaiHoSo: status,
        NgayTiepNhan: stamp(day, time),
        NgayHenTra: due === null ? '' : stamp(addDays(day, due[0]), due[1]),
        NgayKetThucXuLy: finished !== null && finished >= stamp(day, time) ? finished : '',
      };
    });
}

function stamp(day: string, time: string): string {
  return `${day.replaceAll('-', '')}${time}`;
}

/** A line of a decision; where it names a unit, its tier is that unit's. */
export interface ArbitraryLine {
  action: string;
  procedure: string;
  tier: string;
  unit?: string;
  level: string;
}

/** Something that happens to a province: dossiers arrive, a decision is entered, a procedure changes, a step is undone. */
export type Happening =
  | { kind: 'ingest'; rows: Record<string, string>[] }
  | { kind: 'decide'; on: string; changes: ArbitraryLine[] }
  | { kind: 'legislate'; code: string; inForceFrom: string | null; inForceTo: string | null }
  | { kind: 'force'; on: string; changes: { action: string; procedure: string; replacedBy: string | null }[] }
  | { kind: 'undo'; which: number };

const arbitraryIngest = fc.record({
  kind: fc.constant('ingest' as const),
  rows: fc.array(arbitraryRow(6), { minLength: 1, maxLength: 12 }),
});

const arbitraryDecision = fc.record({
  kind: fc.constant('decide' as const),
  on: arbitraryDay,
  changes: fc.uniqueArray(
    fc
      .record({
        action: fc.constantFrom('ADD', 'ADD', 'REMOVE', 'CHANGE_LEVEL'),
        procedure: fc.constantFrom(...PROCEDURES),
        place: fc.oneof(
          { weight: 2, arbitrary: fc.constantFrom(...TIERS).map((tier) => ({ tier })) },
          { weight: 1, arbitrary: fc.constantFrom(...NAMED) },
        ),
        level: fc.constantFrom(...LEVELS),
      })
      .map(({ place, ...line }): ArbitraryLine => ({ ...line, ...place })),
    { minLength: 1, maxLength: 4, selector: ({ procedure, tier, unit }) => `${procedure} ${tier} ${unit ?? ''}` },
  ),
});

const arbitraryLaw = fc
  .record({ code: fc.constantFrom(...PROCEDURES), from: fc.option(arbitraryDay), to: fc.option(arbitraryDay) })
  .map(({ code, from, to }) => ({
    kind: 'legislate' as const,
    code,
    inForceFrom: from,
    inForceTo: from !== null && to !== null && to < from ? from : to,
  }));

const arbitraryForce = fc.record({
  kind: fc.constant('force' as const),
  on: arbitraryDay,
  changes: fc.uniqueArray(
    fc
      .record({
        action: fc.constantFrom('ENFORCED', 'REPEALED', 'REPLACED', 'AMENDED'),
        at: fc.nat({ max: PROCEDURES.length - 1 }),
      })
      .map(({ action, at }) => ({
        action,
        procedure: PROCEDURES[at] ?? '',
        replacedBy: action === 'REPLACED' ? (PROCEDURES[(at + 1) % PROCEDURES.length] ?? '') : null,
      })),
    { minLength: 1, maxLength: 2, selector: ({ procedure }) => procedure },
  ),
});

const arbitraryUndo = fc.record({ kind: fc.constant('undo' as const), which: fc.nat({ max: 2 }) });

export const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: arbitraryIngest },
  { weight: 2, arbitrary: arbitraryDecision },
  { weight: 1, arbitrary: arbitraryLaw },
  { weight: 2, arbitrary: arbitraryForce },
  { weight: 1, arbitrary: arbitraryUndo },
);

/** Lets it happen, by the interface that people and systems use. What makes no sense is refused, and changes nothing. */
export async function happen(api: Api, happening: Happening, number: number): Promise<void> {
  if (happening.kind === 'ingest') {
    await api.ingest(happening.rows);
  } else if (happening.kind === 'decide') {
    const changes = happening.changes.map(({ level, ...change }) =>
      change.action === 'REMOVE' ? change : { ...change, level },
    );
    const decision = { number: `${number}/QĐ-UBND`, issuedOn: happening.on };
    await api.gql('mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }', {
      input: { list: 'QD402', decision, changes },
    });
  } else if (happening.kind === 'force') {
    const decision = { number: `${number}/QĐ-UBND`, issuedOn: happening.on };
    await api.gql('mutation ($input: ForceChangesInput!) { changeForce(input: $input) { code } }', {
      input: { decision, changes: happening.changes },
    });
  } else if (happening.kind === 'undo') {
    const { catalogueSteps } = await api.ask<{ catalogueSteps: { nodes: { id: string }[] } }>(
      '{ catalogueSteps { nodes { id } } }',
    );
    const step = catalogueSteps.nodes[happening.which];
    if (step) await api.gql('mutation ($id: ID!) { undoStep(id: $id) { id } }', { id: step.id });
  } else {
    const { code, inForceFrom, inForceTo } = happening;
    await api.ask('mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { code } }', {
      input: [{ code, name: code, tiers: [...TIERS], inForceFrom, inForceTo }],
    });
  }
}
