import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { arbitraryHappening, happen, nameReceivingUnits, PROCEDURES } from '../../../test/arbitraries.ts';
import { saveProcedures } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';
import { computeAll, computeSome } from './compute-slices.service.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await nameReceivingUnits(api);
  await saveProcedures(api, ...PROCEDURES);
});

afterAll(() => api.close());

interface Shown {
  id: string;
  version: number;
  state: string;
  revision: number;
}
const FIELDS = 'id version state revision';

async function drafted(code = 'ONLINE_RESOLUTION_L4', name: string | null = null): Promise<Shown> {
  const query = `mutation ($code: ID!, $name: String) { createDefinition(indicator: $code, name: $name) { ${FIELDS} } }`;
  return (await api.ask<{ createDefinition: Shown }>(query, { code, name })).createDefinition;
}

const EVERY_RECEIVED = {
  counts: 'DOSSIERS',
  basis: 'RECEIVED',
  eligibilityDate: 'RECEIVED',
  inForceRequired: false,
  levels: [],
  numerator: 'CHANNEL',
  numeratorChannel: 'ONLINE',
};

const SAVE = `mutation ($id: ID!, $revision: Int!, $input: DefinitionInput!) {
  saveDefinition(id: $id, expectedRevision: $revision, input: $input) { ${FIELDS} } }`;
const START = `mutation ($id: ID!, $revision: Int!) { startComputing(id: $id, expectedRevision: $revision) { ${FIELDS} } }`;
const SWITCH = `mutation ($id: ID!) { switchOnDefinition(id: $id, reason: "Theo quyết định mới.") { ${FIELDS} } }`;
const CANCEL = `mutation ($id: ID!) { cancelDefinition(id: $id, reason: "Thôi.") { ${FIELDS} } }`;

async function saved({ id, revision }: Shown, input: object): Promise<Shown> {
  return (await api.ask<{ saveDefinition: Shown }>(SAVE, { id, revision, input })).saveDefinition;
}

async function started({ id, revision }: Shown): Promise<Shown> {
  return (await api.ask<{ startComputing: Shown }>(START, { id, revision })).startComputing;
}

async function stateOf(id: string): Promise<string> {
  const query = `query ($id: ID!) { indicatorDefinition(id: $id) { state } }`;
  return (await api.ask<{ indicatorDefinition: { state: string } }>(query, { id })).indicatorDefinition.state;
}

async function figure(knownAt: string | null = null, code = 'ONLINE_RESOLUTION_L4'): Promise<string> {
  const query = `query ($code: ID!, $knownAt: DateTime) { unit(code: "19") {
    attainment(indicator: $code, from: "2022-01-01", to: "2022-12-31", knownAt: $knownAt) { numerator denominator } } }`;
  const { unit } = await api.ask<{ unit: { attainment: { numerator: number; denominator: number } } }>(query, {
    code,
    knownAt,
  });
  return `${unit.attainment.numerator}/${unit.attainment.denominator}`;
}

async function latest(): Promise<string> {
  const { rows } = await api.db.query<{ at: Date }>(`select max(at) as at from moment where at < 'infinity'`);
  return rows[0]!.at.toISOString();
}

function row(number: number, facts: Record<string, string> = {}): Record<string, string> {
  return {
    MaHoSo: `H55.4-220301-${String(number).padStart(4, '0')}`,
    MaTTHC: PROCEDURES[0],
    KenhThucHien: '2',
    TrangThaiHoSo: '10',
    NgayTiepNhan: '20220301080000',
    NgayKetThucXuLy: '20220302080000',
    ...facts,
  };
}

describe('a definition', () => {
  it('is drafted, saved, computed slice by slice and switched on; what was known earlier stays what it was', async () => {
    await api.ingest([
      row(1),
      row(2, { KenhThucHien: '1' }),
      row(3, { MaTTHC: PROCEDURES[1], NgayTiepNhan: '20220201080000' }),
    ]);
    const before = await latest();
    expect(await figure()).toBe('0/0');
    const draft = await saved(await drafted(), { ...EVERY_RECEIVED, note: 'Thử.' });
    expect(draft).toMatchObject({ version: 2, state: 'DRAFT', revision: 2 });
    const computing = await started(draft);
    expect(computing.state).toBe('COMPUTING');
    expect(await computeSome(api.app, 1)).toBe(true);
    expect(await stateOf(draft.id)).toBe('COMPUTING');
    expect(await differences(api)).toEqual([]);
    // One of what is done, one of what is left, one of what was not there when it began.
    await api.ingest([
      row(4, { NgayTiepNhan: '20220201080000', MaTTHC: PROCEDURES[1] }),
      row(5),
      row(6, { MaTTHC: PROCEDURES[2] }),
    ]);
    await api.ingest([row(1, { KenhThucHien: '3' })]);
    expect(await differences(api)).toEqual([]);
    expect(await figure()).toBe('0/0');
    await computeAll(api.app);
    expect(await stateOf(draft.id)).toBe('READY');
    expect(await differences(api)).toEqual([]);
    const ready = await latest();
    await api.ask(SWITCH, { id: draft.id });
    expect([await figure(), await figure(ready), await figure(before)]).toEqual(['4/6', '0/0', '0/0']);
    const now = await latest();
    await api.ingest([row(7)]);
    expect([await figure(), await figure(now), await figure(before)]).toEqual(['5/7', '4/6', '0/0']);
    expect(await differences(api)).toEqual([]);
    for (const at of [before, ready, now]) expect(await differences(api, new Date(at))).toEqual([]);
  });

  it('tells every step in the audit trail', async () => {
    const { rows } = await api.db.query<{ what: string }>(
      `select what from audit_event where what like 'DEFINITION%' order by seq`,
    );
    expect(rows.map(({ what }) => what)).toEqual([
      'DEFINITION_DRAFTED',
      'DEFINITION_SAVED',
      'DEFINITION_STARTED',
      'DEFINITION_READY',
      'DEFINITION_SWITCHED_ON',
    ]);
  });

  it('that asks on the last day of the period is ready at once', async () => {
    const draft = await saved(await drafted(), { ...EVERY_RECEIVED, eligibilityDate: 'PERIOD_END' });
    expect((await started(draft)).state).toBe('READY');
    await api.ask(CANCEL, { id: draft.id });
    expect(await stateOf(draft.id)).toBe('CANCELLED');
  });

  it('of which computing was called off leaves totals to nobody, and can be begun anew', async () => {
    const draft = await started(await drafted());
    await computeSome(api.app, 1);
    await api.ask(CANCEL, { id: draft.id });
    const { rows } = await api.db.query('select from day_total where definition_id = $1', [draft.id]);
    expect(rows).toEqual([]);
    expect(await differences(api)).toEqual([]);
    await api.ask(CANCEL, { id: (await drafted()).id });
  });

  it('of a new indicator is seen by nobody before it answers, and never for an earlier instant', async () => {
    const before = await latest();
    const draft = await started(await drafted('WHOLE_RECEPTION', 'Tỷ lệ tiếp nhận'));
    const codes = async () =>
      (await api.ask<{ indicators: { code: string }[] }>('{ indicators { code } }')).indicators.map(({ code }) => code);
    expect(await codes()).not.toContain('WHOLE_RECEPTION');
    await computeAll(api.app);
    await api.ask(SWITCH, { id: draft.id });
    expect(await codes()).toContain('WHOLE_RECEPTION');
    expect(await figure(null, 'WHOLE_RECEPTION')).toBe('5/7');
    await expect(figure(before, 'WHOLE_RECEPTION')).rejects.toThrow('chưa được dùng');
  });
});

describe('what is refused', () => {
  it('is a second draft, a draft that somebody else changed, what is not ready, and another kind of thing', async () => {
    const draft = await drafted();
    const code = async (query: string, variables: Record<string, unknown>) => (await api.gql(query, variables)).code;
    expect(await code('mutation { createDefinition(indicator: "ONLINE_RESOLUTION_L4") { id } }', {})).toBe('CONFLICT');
    expect(await code(SWITCH, { id: draft.id })).toBe('CONFLICT');
    expect(await code(START, { id: draft.id, revision: 7 })).toBe('CONFLICT');
    const save = (input: object) =>
      code(SAVE, { id: draft.id, revision: draft.revision, input: { ...EVERY_RECEIVED, ...input } });
    expect(await save({ counts: 'SERVICES_USED', list: 'QD402', levels: ['FULL'] })).toBe('BAD_USER_INPUT');
    expect(await save({ list: 'QD402' })).toBe('BAD_USER_INPUT');
    expect(await save({ statuses: [11] })).toBe('BAD_USER_INPUT');
    expect(await save({ numeratorChannel: null })).toBe('BAD_USER_INPUT');
    expect(await code('mutation { createDefinition(indicator: "X", name: "Tên") { id } }', {})).toBe('BAD_USER_INPUT');
    await api.ask(CANCEL, { id: draft.id });
    expect(await code(CANCEL, { id: draft.id })).toBe('CONFLICT');
  });
});

/** What else happens meanwhile: a definition is begun, some of it is computed, it is switched on or called off. */
type Step = { kind: 'begin'; which: number } | { kind: 'compute' } | { kind: 'switch' } | { kind: 'cancel' };

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('begin' as const), which: fc.nat({ max: 3 }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'compute' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'switch' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'cancel' as const }) },
);

const INPUTS = [
  EVERY_RECEIVED,
  { ...EVERY_RECEIVED, basis: 'RESOLVED', list: 'QD402', levels: ['LEVEL_4', 'FULL'], inForceRequired: true },
  { ...EVERY_RECEIVED, numerator: 'ON_TIME', numeratorChannel: null, basis: 'RESOLVED', eligibilityDate: 'RESOLVED' },
  {
    ...EVERY_RECEIVED,
    tiers: ['COMMUNE', 'DISTRICT'],
    statuses: [4, 9, 10],
    list: 'QD402',
    levels: ['LEVEL_3', 'FULL'],
  },
];

/** Lets it happen; what makes no sense in the state of things is refused, and changes nothing. */
async function take(step: Step): Promise<void> {
  if (step.kind === 'compute') return void (await computeSome(api.app, 3));
  const { rows } = await api.db.query<{ id: string }>(
    `select i.id::text as id from indicator_definition i join indicator n on n.id = i.indicator_id
      where n.code = 'ONLINE_RESOLUTION_L4' and i.state in ('DRAFT', 'COMPUTING', 'READY')`,
  );
  const open = rows[0]?.id;
  if (step.kind === 'begin') {
    if (open !== undefined) return;
    const made = await api.gql(`mutation { createDefinition(indicator: "ONLINE_RESOLUTION_L4") { ${FIELDS} } }`);
    const draft = (made.data as { createDefinition?: Shown } | null)?.createDefinition;
    if (draft) await started(await saved(draft, INPUTS[step.which] ?? EVERY_RECEIVED));
  } else if (open !== undefined) {
    await api.gql(step.kind === 'switch' ? SWITCH : CANCEL, { id: open });
  }
}

it('keeps every figure what it is from zero, whatever happens while definitions are computed and switched', async () => {
  const arbitraryStory = fc.array(fc.tuple(arbitraryHappening, arbitraryStep, fc.boolean()), {
    minLength: 4,
    maxLength: 9,
  });
  let decisions = 1_000;
  await fc.assert(
    fc.asyncProperty(arbitraryStory, async (story) => {
      const instants: string[] = [];
      for (const [happening, step, isAtOnce] of story) {
        decisions += 1;
        if (isAtOnce) await Promise.all([happen(api, happening, decisions), take(step)]);
        else await happen(api, happening, decisions).then(() => take(step));
        instants.push(await latest());
      }
      expect(await differences(api)).toEqual([]);
      const then = instants[Math.floor(instants.length / 2)] ?? '';
      const was = await figure(then);
      await computeAll(api.app);
      await take({ kind: 'switch' });
      expect(await differences(api)).toEqual([]);
      expect(await figure(then)).toBe(was);
      expect(await differences(api, new Date(then))).toEqual([]);
    }),
    { numRuns: process.env['LONG_TESTS'] === 'on' ? 60 : 6 },
  );
}, 420_000);
