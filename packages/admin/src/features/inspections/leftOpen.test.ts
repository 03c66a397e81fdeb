import { expect, it } from 'vitest';
import './texts.ts';
import { leftOpen } from './leftOpen.ts';

type Asked = Parameters<typeof leftOpen>[0];

const unit = (code: string, name: string) => ({ code, name });
const inspected = (of: ReturnType<typeof unit>, answers: (string | null)[], samples: unknown[] = []) => ({
  ...{ unit: of, samples },
  items: answers.map((answer) => ({ answer })),
});
const sample = (seed: string | null, results: (string | null)[], replaced = false) => ({
  ...{ seed, replaced, drawn: results.map((result) => ({ result })) },
});
const asked = (units: unknown[], findings: unknown[] = []) => ({ inspected: units, findings }) as unknown as Asked;

it('tells of each unit what is open of its own, part by part', () => {
  const [dai, song] = [unit('171', 'Huyện Đại Từ'), unit('165', 'Thành phố Sông Công')];
  const units = [
    inspected(dai, ['YES', null, null], [sample(null, []), sample('a1', ['OK', null]), sample('b2', [null], true)]),
    inspected(song, ['NO']),
  ];
  const findings = [
    { unit: dai, state: 'OPEN' },
    { unit: dai, state: 'CONFIRMED' },
    { unit: song, state: 'REMEDIED' },
  ];
  expect(leftOpen(asked(units, findings))).toEqual([
    {
      ...{ code: '171', unit: 'Huyện Đại Từ' },
      parts: [
        '2 nội dung chưa trả lời',
        '1 danh sách đã niêm chưa rút mẫu',
        '1 hồ sơ rút mẫu chưa xem',
        '1 tồn tại chưa xong',
      ],
    },
    { code: '165', unit: 'Thành phố Sông Công', parts: ['1 tồn tại chưa xong'] },
  ]);
});

it('is silent about units with nothing open', () => {
  const done = inspected(unit('171', 'Huyện Đại Từ'), ['YES', 'NOT_APPLICABLE'], [sample('a1', ['OK'])]);
  expect(leftOpen(asked([done], [{ unit: unit('171', ''), state: 'WITHDRAWN' }]))).toEqual([]);
});
