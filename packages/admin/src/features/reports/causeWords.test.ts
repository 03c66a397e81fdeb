import { CAUSE_WORDS } from '@chi-tieu/shared/domain/report/tables';
import { describe, expect, it } from 'vitest';
import { difficulties } from '../../i18n/vi/difficulties.ts';

describe('causes of difficulties', () => {
  it('are called in reports as they are on the page', () => {
    const onPage = Object.keys(CAUSE_WORDS).map((cause) => difficulties[`difficulties.cause.${cause}` as never]);
    expect(Object.values(CAUSE_WORDS)).toEqual(onPage);
  });
});
