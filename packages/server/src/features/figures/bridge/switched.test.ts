import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { switchOver } from '../../../../test/switch-over.ts';
import { differences } from '../../../../test/verifying.ts';

const UNIT = '05431';
let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.100001', '1.100001');
  await amendList(api, '2021-02-19', [{ procedure: '2.100001' }]);
  await nameUnits(api, { [UNIT]: ['H55.164.1'] });
});
afterAll(() => api.close());

const row = (number: number, facts: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: dossierCode('H55.164.1', number), MaTTHC: '2.100001', ...facts });

const ALL = `reference holds numerator denominator indicator { basis inForceRequired } now { numerator denominator }
  bridge { steps { cause numerator denominator } }`;
const ASKED = `indicator: "ONLINE_RESOLUTION_L4", unit: "${UNIT}"`;

interface Figure {
  reference: string;
  bridge: { steps: { cause: string; numerator: number; denominator: number }[] };
}

async function cite(): Promise<Figure> {
  const mutation = `mutation { citeFigure(${ASKED}, from: "2022-03-01", to: "2022-03-31") { ${ALL} } }`;
  return (await api.ask<{ citeFigure: Figure }>(mutation)).citeFigure;
}

async function opened(reference: string): Promise<Figure> {
  const query = `query ($reference: ID!) { figure(reference: $reference) { ${ALL} } }`;
  return (await api.ask<{ figure: Figure }>(query, { reference })).figure;
}

it('leads over a definition that was switched on: causes of the one before, the switch, causes of the one after', async () => {
  await api.ingest([row(1), row(2, { KenhThucHien: '1' }), row(3), row(4, { MaTTHC: '1.100001' })]);
  const { reference } = await cite();
  await api.ingest([row(5, { KenhThucHien: '1' })]);
  await switchOver(api, 'ONLINE_RESOLUTION_L4');
  await api.ingest([row(6), row(7, { MaTTHC: '1.100001' })]);
  const figure = await opened(reference);
  expect(figure).toMatchObject({
    holds: true,
    numerator: 2,
    denominator: 3,
    indicator: { basis: 'RESOLVED', inForceRequired: true },
    now: { numerator: 5, denominator: 7 },
  });
  expect(
    figure.bridge.steps.map(({ cause, numerator, denominator }) => `${cause} ${numerator}/${denominator}`),
  ).toEqual(['NEW 0/1', 'DEFINITION 1/1', 'NEW 2/2']);
  expect(await differences(api)).toEqual([]);
});

it('tells a dossier rule by rule by the definition that answered then', async () => {
  const query = `query ($knownAt: DateTime) { dossierExplanation(code: "${dossierCode('H55.164.1', 4)}", indicator: "ONLINE_RESOLUTION_L4",
    from: "2022-03-01", to: "2022-03-31", knownAt: $knownAt) { countedAs rules { rule outcome } } }`;
  const { rows } = await api.db.query<{ at: Date }>(
    'select m.at from indicator_definition i join moment m on m.id = i.activated_by',
  );
  const told = async (knownAt: string | null) =>
    (await api.ask<{ dossierExplanation: { countedAs: string } }>(query, { knownAt })).dossierExplanation.countedAs;
  expect(await told(new Date(rows[0]!.at.getTime() - 1).toISOString())).toBe('NOT_COUNTED');
  expect(await told(null)).toBe('NUMERATOR');
});
