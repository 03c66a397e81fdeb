import { describe, expect, it } from 'vitest';
import { consequencesOf, deliveredText, emptyDayText, type ToPublish } from './deeds.ts';
import './texts.ts';

const REPORT: ToPublish = {
  closedWithIt: null,
  takesNewFigures: false,
  replaces: null,
  content: { units: Array.from({ length: 29 }) },
};
const said = (more: Partial<ToPublish> = {}, isPublic = false) => consequencesOf({ ...REPORT, ...more }, { isPublic });

describe('what is done about reports', () => {
  it('is told before one is published: who gets it, what is closed, what is shown to anybody', () => {
    expect(said()).toHaveLength(3);
    expect(said().join()).toMatch(/được chốt.*29 đơn vị/);
    expect(said({ closedWithIt: true }).join()).toContain('đã chốt');
    expect(said({ takesNewFigures: true, replaces: { id: 'x' } }).join()).toMatch(/mở và chốt lại.*bị thay thế/);
    expect(said({}, true).at(-1)).toContain('trang công khai');
    expect(emptyDayText('2022-09-05')).toContain('05/09/2022');
  });

  it('is told after one is delivered again: to how many, or that nobody is missing', () => {
    const had = [{ id: '1', messages: [{ count: 1 }] }];
    expect(deliveredText(had, [...had, { id: '2', messages: [] }])).toBe('Đã gửi thêm 1 đơn vị.');
    expect(deliveredText(had, [{ id: '1', messages: [{ count: 3 }] }])).toContain('2 tin');
    expect(deliveredText(had, had)).toContain('không thiếu đơn vị nào');
  });
});
