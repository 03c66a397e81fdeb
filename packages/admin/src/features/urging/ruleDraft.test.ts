import { describe, expect, it } from 'vitest';
import { draftOf, inputOf } from './ruleDraft.ts';

describe('a rule while it is written', () => {
  it('begins with what is usual, and sends what its condition asks for and no more', () => {
    const draft = draftOf(null, 'ONLINE_RESOLUTION_L4');
    expect(inputOf(draft)).toMatchObject({
      kind: 'BEHIND_MILESTONE',
      months: 2,
      settleDays: 10,
      days: null,
      day: null,
    });
    expect(inputOf({ ...draft, kind: 'SOURCE_SILENT' })).toMatchObject({ indicator: null, months: null, days: 7 });
    expect(inputOf({ ...draft, kind: 'NOT_ASSIGNED' })).toMatchObject({ month: 2, day: 15, months: null });
  });

  it('sends what cannot be read as something that is refused at its field', () => {
    const draft = { ...draftOf(null, 'X'), months: 'hai', raiseAfterDays: ' ', under: ' 165 ' };
    expect(inputOf(draft)).toMatchObject({ months: -1, raiseAfterDays: null, under: '165' });
  });
});
