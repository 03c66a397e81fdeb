import { expect, it } from 'vitest';
import { measureWords } from './measure.ts';

it('tells of dossiers online while nobody has said what an indicator counts', () => {
  expect(measureWords('WHATEVER').fraction).toBe('rates.fraction');
});
