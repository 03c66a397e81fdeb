import { expect, it } from 'vitest';
import { decisionsOf, splitSources } from './decision.ts';

const code = 'H55.16-220301-0007';
const said = (sourceId: string, under = code) => ({ sourceId, source: `Hệ thống ${sourceId}`, code: under });
const statements = [said('1'), said('2')];

it.each([
  ['merged or deleted, where people alone brought it', { gone: null, statements: [] }, ['MERGE', 'DELETE']],
  ['split too, where several sources send it', { gone: null, statements }, ['MERGE', 'SPLIT', 'DELETE']],
  ['not split where one source sends it', { gone: null, statements: [said('1')] }, ['MERGE', 'DELETE']],
  [
    'not split where one source sends two codes that were merged',
    { gone: null, statements: [said('1'), said('1', 'H55.16-220301-0008')] },
    ['MERGE', 'DELETE'],
  ],
  ['not split again', { gone: null, splitFrom: 'H55.16-220301-0007', statements }, ['MERGE', 'DELETE']],
  ['restored, once deleted', { gone: 'DELETED' as const, statements }, ['RESTORE']],
  ['taken out again, once merged', { gone: 'MERGED' as const, statements }, ['UNMERGE']],
])('a dossier is %s', (_, dossier, expected) => expect(decisionsOf({ code, ...dossier })).toEqual(expected));

it('offers each source once, and none that only speaks of a code that was merged', () => {
  const three = [...statements, said('1', 'H55.16-220301-0008'), said('3', 'H55.16-220301-0008')];
  expect(splitSources({ code, statements: three }).map(({ sourceId }) => sourceId)).toEqual(['1', '2']);
});
