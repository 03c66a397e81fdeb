import { expect, it } from 'vitest';
import { decisionsOf } from './decision.ts';

const statements = [{ sourceId: '1' }];

it.each([
  ['merged or deleted, where people alone brought it', { gone: null, statements: [] }, ['MERGE', 'DELETE']],
  ['split too, where sources send it', { gone: null, statements }, ['MERGE', 'SPLIT', 'DELETE']],
  ['not split again', { gone: null, splitFrom: 'H55.16-220301-0007', statements }, ['MERGE', 'DELETE']],
  ['restored, once deleted', { gone: 'DELETED' as const, statements }, ['RESTORE']],
  ['taken out again, once merged', { gone: 'MERGED' as const, statements }, ['UNMERGE']],
])('a dossier is %s', (_, dossier, expected) => expect(decisionsOf(dossier)).toEqual(expected));
