import { beforeEach, describe, expect, it } from 'vitest';
import { keepLook, keptLook, moved, readColumns } from './tableLook.ts';

beforeEach(() => localStorage.clear());

describe('the look of the table', () => {
  it('is the usual one at first, then as this browser kept it', () => {
    expect(keptLook()).toEqual({ columns: ['code', 'name', 'field', 'tiers', 'level', 'inForce'], dense: false });
    keepLook({ columns: ['name', 'code'], dense: true });
    expect(keptLook()).toEqual({ columns: ['name', 'code'], dense: true });
    localStorage.setItem('catalogue-table', 'x');
    expect(keptLook().columns).toHaveLength(6);
  });

  it('takes no column that there is not, none twice, and none without the code', () => {
    expect([readColumns('code.name'), readColumns('code.x'), readColumns('code.code'), readColumns('name')]).toEqual([
      ['code', 'name'],
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('moves a column by one place, not beyond the ends', () => {
    expect([
      moved(['code', 'name'], 'name', -1),
      moved(['code', 'name'], 'name', 1),
      moved(['code'], 'name', 1),
    ]).toEqual([['name', 'code'], ['code', 'name'], ['code']]);
  });
});
