import { expect, it } from 'vitest';
import { createApp, h } from 'vue';
import BoundaryMap from './BoundaryMap.vue';

const shape = (unit: string) => ({ unit, path: 'M0 0L9 0L9 9L0 9Z', x: 4, y: 4 });
const unit = (text: string) => ({ tone: 'met' as const, text, href: null, name: text });

it('draws lines around what is made of parts, unfilled, and none over what is drawn by itself', () => {
  const host = document.createElement('div');
  const drawing = { shapes: [shape('164'), shape('171'), shape('05503')] };
  const units = new Map([
    ['05503', unit('Hoàng Văn Thụ')],
    ['171', unit('Đại Từ')],
  ]);
  createApp(() => h(BoundaryMap, { drawing, units, label: 'Bản đồ', outlines: ['164', '171'] })).mount(host);
  const lines = [...host.querySelectorAll('svg > path')];
  // `fill-none` is the colour of what has no figures, not an absence of colour.
  expect(
    lines.map((line) => [line.getAttribute('fill'), / fill-/.test(` ${line.getAttribute('class') ?? ''}`)]),
  ).toEqual([['none', false]]);
  expect([...host.querySelectorAll('text')].map((text) => text.textContent.trim())).toEqual([
    'Đại Từ',
    'Hoàng Văn Thụ',
  ]);
});
