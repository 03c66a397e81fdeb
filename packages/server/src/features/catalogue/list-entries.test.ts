import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesFromChanges, type ListChange, type ListEntry } from '@chi-tieu/shared/domain/service-list';
import { openApi, type Api } from '../../../test/api.ts';
import { saveProcedures } from '../../../test/factories.ts';

let api: Api;
let lists = 0;

const PROCEDURES = ['2.000815', '1.000689'];

/** What a line is about beside its procedure. */
interface Place {
  tier: string;
  unit?: string;
}

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, ...PROCEDURES);
});
afterAll(() => api.close());

const line = fc
  .record({
    action: fc.constantFrom('ADD', 'ADD', 'REMOVE', 'CHANGE_LEVEL'),
    procedure: fc.constantFrom(...PROCEDURES),
    place: fc.constantFrom<Place>(
      { tier: 'COMMUNE' },
      { tier: 'DISTRICT' },
      { tier: 'DISTRICT', unit: '164' },
      { tier: 'COMMUNE', unit: '05503' },
    ),
    level: fc.constantFrom('LEVEL_4', 'FULL'),
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place }));
const amendment = fc.record({
  issuedOn: fc.constantFrom('2020-01-01', '2020-01-02'),
  effectiveOn: fc.constantFrom('2021-01-01', '2021-02-01', '2021-03-01', '2021-03-02', '2022-01-01'),
  changes: fc.array(line, { minLength: 1, maxLength: 3 }),
});
interface Amendment {
  issuedOn: string;
  effectiveOn: string;
  changes: (Place & { action: string; procedure: string; level: string })[];
}

const AMEND = 'mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }';

/** Enters decisions one by one on a list of their own; gives the list and how many were taken. */
async function enter(amendments: Amendment[]): Promise<{ list: string; taken: number }> {
  const list = `QD${(lists += 1)}`;
  let taken = 0;
  for (const [at, { issuedOn, effectiveOn, changes }] of amendments.entries()) {
    const decision = { number: `${at}/${list}`, issuedOn, effectiveOn };
    const answer = await api.gql(AMEND, { input: { list, name: list, decision, changes } });
    expect([undefined, 'BAD_USER_INPUT']).toContain(answer.code);
    if (answer.code === undefined) taken += 1;
  }
  return { list, taken };
}

const written = ({ level, from, to, openedBy, closedBy }: ListEntry) =>
  `${level} ${from}–${to ?? ''} by ${openedBy}, ${closedBy ?? ''}`;

/** What the rule makes of everything that decisions said about a list, beside what is stored. */
async function derivedAndStored(list: string): Promise<{ derived: string[]; stored: string[] }> {
  const changes = await api.db.query<ListChange & { key: string }>(
    `select concat_ws('|', c.procedure_id, c.tier, c.unit_id) as key, c.sequence::float8 as sequence, c.action, c.level, c.decision_id as "decisionId",
            d.effective_on::text as "effectiveOn", d.issued_on::text as "issuedOn"
       from service_list_change c join decision d on d.id = c.decision_id join service_list l on l.id = c.list_id
      where l.code = $1 and c.withdrawn_by is null order by random()`,
    [list],
  );
  const entries = await api.db.query<ListEntry & { key: string }>(
    `select concat_ws('|', e.procedure_id, e.tier, e.unit_id) as key, e.level, lower(e.valid)::text as "from", (upper(e.valid) - 1)::text as "to",
            e.opened_by as "openedBy", e.closed_by as "closedBy"
       from service_list_entry e join service_list l on l.id = e.list_id where l.code = $1 and e.superseded_by is null`,
    [list],
  );
  const keys = [...new Set(changes.rows.map(({ key }) => key))];
  const derived = keys.flatMap((key) => {
    const { entries: mine, problems } = entriesFromChanges(changes.rows.filter((change) => change.key === key));
    expect(problems).toEqual([]);
    return mine.map((entry) => `${key} ${written(entry)}`);
  });
  return { derived: derived.sort(), stored: entries.rows.map((entry) => `${entry.key} ${written(entry)}`).sort() };
}

describe('the entries of a list', () => {
  it('are always those that follow from all decisions, however these came', async () => {
    let most = 0;
    const property = fc.asyncProperty(fc.array(amendment, { minLength: 2, maxLength: 8 }), async (amendments) => {
      const { list, taken } = await enter(amendments);
      most = Math.max(most, taken);
      const { derived, stored } = await derivedAndStored(list);
      expect(stored).toEqual(derived);
    });
    await fc.assert(property, { numRuns: 15, seed: 402 });
    expect(most).toBeGreaterThan(2);
  });

  it('are the same in whatever order the decisions are entered, as long as each makes sense', async () => {
    const days = ['2021-01-01', '2021-02-01', '2021-03-01', '2021-03-02', '2022-01-01'];
    const property = fc.asyncProperty(fc.shuffledSubarray(days, { minLength: days.length }), async (order) => {
      const changes = [{ action: 'ADD', procedure: '2.000815', tier: 'COMMUNE', level: 'LEVEL_4' }];
      const { list, taken } = await enter(
        order.map((effectiveOn) => ({ issuedOn: '2020-01-01', effectiveOn, changes })),
      );
      expect(taken).toBe(days.length);
      const { stored } = await derivedAndStored(list);
      expect(stored.map((entry) => entry.split(' ')[2])).toEqual(['2021-01-01–']);
    });
    await fc.assert(property, { numRuns: 6, seed: 402 });
  });
});
