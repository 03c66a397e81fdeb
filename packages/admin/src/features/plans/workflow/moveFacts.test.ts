import { computed } from 'vue';
import { describe, expect, it } from 'vitest';
import type { PlanUnit } from '../sheet/planUnit.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import type { Comment, Counter } from '../talk/threads.ts';
import { moveFacts } from './moveFacts.ts';

const unit = (code: string, baseline: number | null, isIssuer = false): PlanUnit => ({
  code,
  name: `Xã ${code}`,
  aliases: [],
  kind: 'COMMUNE',
  volume: 100,
  baseline,
  isIssuer,
  before: null,
});
const targets = new Map([
  ['a', 5000],
  ['b', 6500],
]);
const sheetOf = (required: number | null): Parameters<typeof moveFacts>[0] => ({
  units: [unit('a', 4000), unit('b', 5000), unit('c', 100), unit('x', 1, true)],
  targetOf: (code) => targets.get(code) ?? null,
  required: computed(() => required),
  rolled: computed(() => ({ achieved: 5432, childrenWithoutTarget: 1 }) as Sheet['rolled']['value']),
});

/** The facts, their spaces as one types them. */
const told = (required: number | null) =>
  moveFacts(sheetOf(required), null).map(([name, value]) => [name, value.replaceAll(/\s/g, ' ')]);

describe('what is moved on', () => {
  it('is told by its sum beside what is to be reached, who is left out and who rises most', () => {
    expect(told(5500)).toEqual([
      ['Tổng hợp / mức cần đạt', '54,32 % / 55,00 %'],
      ['Chưa giao', '1 / 3 đơn vị'],
      ['Mức tăng cao nhất', '+15,00 điểm · Xã b'],
    ]);
    expect(told(null)[0]?.[1]).toBe('54,32 %, chưa có mức cần đạt');
  });

  it('tells what still waits for a word once that is known', () => {
    const said = { id: '1', answers: null, withdrawnAt: null, resolvedAt: null } as unknown as Comment;
    const proposals = ['OPEN', 'OPEN', 'ACCEPTED'].map((state) => ({ state }) as unknown as Counter);
    const talk = (known: boolean) => ({
      comments: computed(() => [said]),
      proposals: computed(() => proposals),
      isKnown: computed(() => known),
    });
    expect(moveFacts(sheetOf(5500), talk(true)).at(-1)).toEqual(['Chưa xử lý xong', '1 trao đổi, 2 đề nghị']);
    expect(moveFacts(sheetOf(5500), talk(false))).toHaveLength(3);
  });
});
