import { describe, expect, it } from 'vitest';
import './texts.ts';
import { changesOf, termsOf } from './definitionWords.ts';
import type { Definition } from './useDefinitions.ts';

const BASE: Definition = {
  id: '1000001',
  indicator: 'ONLINE_RESOLUTION_L4',
  name: 'Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4',
  version: 1,
  state: 'ACTIVE',
  revision: 1,
  counts: 'DOSSIERS',
  basis: 'RESOLVED',
  eligibilityDate: 'RECEIVED',
  inForceRequired: true,
  list: { code: 'QD402', name: 'Danh mục mức độ 4' },
  levels: ['LEVEL_4', 'FULL'],
  tiers: null,
  statuses: null,
  numerator: 'CHANNEL',
  numeratorChannel: 'ONLINE',
  clause: 'Điều 1',
  decision: null,
  note: null,
  reason: null,
  recordedAt: null,
  activatedAt: null,
  retiredAt: null,
  rule: '',
  progress: null,
};

describe('a definition in words', () => {
  it('differs from an earlier one in what reads otherwise, and in nothing else', () => {
    const next: Definition = {
      ...BASE,
      version: 2,
      eligibilityDate: 'RESOLVED',
      tiers: ['COMMUNE'],
      numerator: 'ON_TIME',
    };
    const changes = changesOf({ ...next, numeratorChannel: null }, BASE);
    expect(changes.map(({ label, before, text }) => `${label}: ${before} → ${text}`)).toEqual([
      'Tử số: Nộp trực tuyến → Giải quyết đúng hạn',
      'Xét thủ tục vào: Ngày tiếp nhận hồ sơ → Ngày giải quyết xong',
      'Cấp tiếp nhận: Mọi cấp → Cấp xã',
    ]);
    expect(changesOf(BASE, BASE)).toEqual([]);
  });

  it('leaves out what means nothing for services that are offered', () => {
    const offered: Definition = { ...BASE, counts: 'SERVICES_OFFERED' };
    expect(termsOf(offered).map(({ key }) => key)).toEqual(['counts', 'force', 'list', 'levels', 'tiers', 'clause']);
  });
});
