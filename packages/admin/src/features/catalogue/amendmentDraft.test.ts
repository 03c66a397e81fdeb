import { describe, expect, it } from 'vitest';
import {
  addLines,
  entryInput,
  emptyDraft,
  lineProblems,
  otherTiers,
  standingProblems,
  type AmendmentDraft,
} from './amendmentDraft.ts';
import { namesake } from './announced.ts';
import type { AmendmentLine } from './pastedLines.ts';

const line = (procedure: string, more: Partial<AmendmentLine> = {}): AmendmentLine => ({
  procedure,
  action: 'ADD',
  tier: 'COMMUNE',
  level: 'FULL',
  ...more,
});
function draftWith(...lines: AmendmentLine[]): AmendmentDraft {
  const draft = { ...emptyDraft('QD402'), number: ' 1999/QĐ-UBND ', issuedOn: '2022-08-10' };
  addLines(draft, lines);
  return draft;
}

it('knows before sending which lines would be refused, and why', () => {
  const { lines } = draftWith(
    line('2.000815'),
    line('2.999999'),
    line('Chứng thực'),
    line('2.000815.02'),
    line('2.000815', { tier: 'DISTRICT', level: null }),
    line('1.001193', { action: 'REMOVE', level: null }),
  );
  const known = new Set(['2.000815', '1.001193']);
  expect([...lineProblems(lines, (code) => known.has(code))]).toEqual([
    [2, { procedure: 'unannounced' }],
    [3, { procedure: 'unknownProcedure' }],
    [4, { procedure: 'twice' }],
    [5, { level: 'levelWanted' }],
  ]);
});

it('sends no level with a removal and nothing of lines nobody has filled in', () => {
  const draft = draftWith(line('2.000815', { action: 'REMOVE', level: 'FULL' }), line('  '), line('1.001193'));
  expect(entryInput(draft, '2022-08-10', () => true)).toEqual({
    list: 'QD402',
    decision: { number: '1999/QĐ-UBND', issuedOn: '2022-08-10', effectiveOn: '2022-08-10' },
    changes: [
      { action: 'REMOVE', procedure: '2.000815', tier: 'COMMUNE' },
      { action: 'ADD', procedure: '1.001193', tier: 'COMMUNE', level: 'FULL' },
    ],
    force: [],
  });
});

it('never gives an id twice, whatever was taken out before', () => {
  const draft = draftWith(line('2.000815'), line('1.001193'));
  draft.lines = draft.lines.filter(({ id }) => id !== 1);
  expect(addLines(draft, [line('1.004884')])).toEqual([3]);
});

it('asks for what could not be read of a pasted line', () => {
  const { lines } = draftWith(
    line('2.000815', { tier: '', unread: { tier: 'Liên xã' } }),
    line('1.001193', { action: '', level: '', unread: { action: 'giữ nguyên', level: 'Mức độ 5' } }),
  );
  expect([...lineProblems(lines, () => true)]).toEqual([
    [1, { tier: 'tierWanted' }],
    [2, { action: 'actionWanted', level: 'levelWanted' }],
  ]);
});

it('knows which lines the list of the day does not allow', () => {
  const { lines } = draftWith(
    line('2.000815', { level: 'PARTIAL' }),
    line('2.000815', { tier: 'DISTRICT' }),
    line('1.001193', { action: 'REMOVE', level: null }),
    line('1.004884', { action: 'CHANGE_LEVEL' }),
    line('1.004884'),
  );
  const levelOn = (code: string, tier: string) => (code === '2.000815' && tier === 'COMMUNE' ? 'FULL' : undefined);
  expect([...standingProblems(lines, levelOn)]).toEqual([
    [1, { procedure: 'listedOtherwise' }],
    [3, { procedure: 'notListed' }],
    [4, { procedure: 'notListed' }],
  ]);
});

it('names the tiers of a procedure that is not carried out where a line puts it', () => {
  expect(otherTiers({ tier: 'COMMUNE', action: 'ADD' }, ['DISTRICT'])).toEqual(['DISTRICT']);
  expect(otherTiers({ tier: 'DISTRICT', action: 'ADD' }, ['DISTRICT'])).toEqual([]);
  expect(otherTiers({ tier: 'COMMUNE', action: 'REMOVE' }, ['DISTRICT'])).toEqual([]);
  expect(otherTiers({ tier: '', action: 'ADD' }, ['DISTRICT'])).toEqual([]);
  expect(otherTiers({ tier: 'COMMUNE', action: 'ADD' }, [])).toEqual([]);
});

it('sends the page and the unit of a line, and what is told of the decision, where anything is', () => {
  const draft = draftWith(line('2.000815', { locator: ' Phụ lục I ' }));
  const [first] = draft.lines;
  if (first) first.unit = '05503';
  const told = {
    ...draft,
    signer: ' Một ',
    files: [{ sha256: 'a', name: 'a.pdf', mediaType: 'application/pdf', bytes: 1 }],
  };
  expect(entryInput(told, '2022-08-10', () => true)).toMatchObject({
    about: { signer: 'Một', files: [{ sha256: 'a', name: 'a.pdf' }] },
    changes: [{ locator: 'Phụ lục I', unit: '05503' }],
  });
});

it('takes a named unit for something else than its tier', () => {
  const { lines } = draftWith(line('2.000815'), line('2.000815'));
  const [, second] = lines;
  if (second) second.unit = '05503';
  expect(lineProblems(lines, () => true).size).toBe(0);
});

it('sends what is said of being in force apart from the list, and no list where there are no lines about it', () => {
  const draft = draftWith(
    line('2.000815', { action: 'REPLACED', tier: '', level: null, successor: ' 2.000816 ', locator: 'Phụ lục II' }),
    line('1.001193', { action: 'REPEALED', tier: '', level: null }),
  );
  expect(entryInput(draft, '2022-08-10', () => true)).toEqual({
    decision: { number: '1999/QĐ-UBND', issuedOn: '2022-08-10', effectiveOn: '2022-08-10' },
    changes: [],
    force: [
      { action: 'REPLACED', procedure: '2.000815', replacedBy: '2.000816', locator: 'Phụ lục II' },
      { action: 'REPEALED', procedure: '1.001193' },
    ],
  });
});

it('asks of a line about being in force neither tier nor level, but of a replaced one what takes its place', () => {
  const said = { tier: '', level: null } as const;
  const { lines } = draftWith(
    line('2.000815', { ...said, action: 'REPLACED' }),
    line('2.000816', { ...said, action: 'REPLACED', successor: '2.000816' }),
    line('2.000817', { ...said, action: 'ENFORCED' }),
    line('2.000817', { ...said, action: 'ENFORCED' }),
    line('2.000817'),
  );
  expect([...lineProblems(lines, () => true)]).toEqual([
    [1, { successor: 'successorWanted' }],
    [2, { successor: 'successorWanted' }],
    [4, { procedure: 'twice' }],
  ]);
});

describe('a line about a procedure that the catalogue has not', () => {
  const isKnown = (code: string): boolean => code === '2.000815';
  const told = { name: ' Cấp bản sao điện tử ', field: 'Chứng thực' };
  const force = { action: 'ENFORCED', tier: '', level: null } as const;

  it('makes it where it has a name, once however many lines name it', () => {
    const draft = draftWith(
      line('3.000123', { told, locator: 'Phụ lục I' }),
      line('3.000123', { told, tier: 'DISTRICT' }),
      line('3.000124', { ...force, told: { name: 'Mới', tiers: ['PROVINCE'] } }),
      line('2.000815', { told, tier: 'PROVINCE' }),
      line('2.000815', { ...force, action: 'REPLACED', successor: '3.000123' }),
    );
    expect([...lineProblems(draft.lines, isKnown)]).toEqual([]);
    expect(entryInput(draft, '2022-08-10', isKnown)).toMatchObject({
      procedures: [
        { code: '3.000123', name: 'Cấp bản sao điện tử', field: 'Chứng thực', locator: 'Phụ lục I' },
        { code: '3.000124', name: 'Mới', tiers: ['PROVINCE'] },
      ],
    });
  });

  it('is wrong without a name, and where what it does needs the procedure to be there', () => {
    const { lines } = draftWith(
      line('3.000123', { told: { name: '  ' } }),
      line('3.000124', { told, action: 'REMOVE', level: null }),
      line('3.000125', { ...force, action: 'REPEALED', told }),
    );
    expect([...lineProblems(lines, isKnown)]).toEqual([
      [1, { procedure: 'unannounced' }],
      [2, { procedure: 'unknownProcedure' }],
      [3, { procedure: 'unknownProcedure' }],
    ]);
  });

  it('is sent without the procedure where the catalogue has it meanwhile', () => {
    expect(entryInput(draftWith(line('3.000123', { told })), '2022-08-10', () => true)).not.toHaveProperty(
      'procedures',
    );
  });

  it('is told of another procedure by the same name, marks and capitals aside', () => {
    const others = [{ code: '2.000815', name: 'Chứng thực bản sao' }];
    expect([namesake('CHỨNG THỰC  bản sao', others), namesake('Chứng thực', others), namesake(' ', others)]).toEqual([
      '2.000815',
      null,
      null,
    ]);
  });
});
