import { expect, it } from 'vitest';
import { createApp, h } from 'vue';
import { basisUnderName } from './nameCell.ts';
import type { PlanUnit } from './planUnit.ts';

function told(unit: Partial<PlanUnit>): (string | undefined)[] {
  const place = document.createElement('div');
  const cell = basisUnderName(({ name }) => name);
  const app = createApp({ render: () => h(cell, { row: { name: 'Xã Na Mao', ...unit } as PlanUnit }) });
  app.mount(place);
  const lines = [...place.querySelectorAll('span span')].map((line) => line.textContent.replaceAll(/\s/g, ' '));
  app.unmount();
  return lines;
}

it('says below the name of a unit what one sets its number by', () => {
  expect(told({ baseline: 2593, volume: 54 })).toEqual(['Xã Na Mao', '25,93 % · 54 hồ sơ']);
  expect(told({ baseline: null, volume: 0 })).toEqual(['Xã Na Mao', '— · 0 hồ sơ']);
});
