import { describe, expect, it } from 'vitest';
import { copySources, sourceText, type CopySource } from './copySources.ts';

const plan = (year: number, state: CopySource['state'], id = `${String(year)} ${state}`): CopySource => ({
  id,
  year,
  state,
  decision: null,
});

describe('the plans that one may copy', () => {
  it('are those of earlier years, the latest first, of each the issued one', () => {
    const plans = [
      plan(2024, 'ISSUED'),
      plan(2020, 'ISSUED'),
      plan(2021, 'DRAFT'),
      plan(2021, 'ISSUED'),
      plan(2021, 'SUPERSEDED'),
      plan(2022, 'DRAFT', 'itself'),
      plan(2019, 'APPROVED'),
    ];
    expect(copySources(plans, { id: 'itself', year: 2022 }).map(({ id }) => id)).toEqual([
      '2021 ISSUED',
      '2020 ISSUED',
      '2019 APPROVED',
    ]);
  });

  it('are none where there is no earlier year', () => {
    expect(copySources([plan(2022, 'ISSUED'), plan(2023, 'ISSUED')], { year: 2022 })).toEqual([]);
  });

  it('are called by their year, and by their state where they are not issued', () => {
    expect([plan(2021, 'ISSUED'), plan(2020, 'DRAFT')].map(sourceText)).toEqual(['Năm 2021', 'Năm 2020 (Dự thảo)']);
  });
});
