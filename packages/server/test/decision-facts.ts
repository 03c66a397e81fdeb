import type { DocumentFacts, UnitFacts } from '@chi-tieu/shared/domain/decision-document/facts';

const PROVINCE = { code: '19', name: 'Tỉnh Thái Nguyên', type: 'Tỉnh', kind: 'PROVINCE' } as const;

/** Units with figures that differ from each other; each seventh is a township, each eleventh has no dossiers. */
export function unitFacts(count: number): UnitFacts[] {
  return Array.from({ length: count }, (_, at) => {
    const isTownship = at % 7 === 3;
    const volume = at % 11 === 5 ? 0 : 300 + ((at * 137) % 2_700);
    return {
      code: String(5_000 + at).padStart(5, '0'),
      name: `${isTownship ? 'Thị trấn' : 'Xã'} ${NAMES[at % NAMES.length] ?? ''}`,
      type: isTownship ? 'Thị trấn' : 'Xã',
      kind: 'COMMUNE',
      volume,
      baseline: volume === 0 ? null : 3_000 + ((at * 331) % 4_000),
      target: 5_000 + ((at * 50) % 2_000),
      before: null,
      isGone: false,
    };
  });
}

const NAMES = ['Phú Xuyên', 'Hùng Sơn', 'Quân Chu', 'Yên Lãng', 'Vạn Thọ', 'Cù Vân', 'Bản Ngoại', 'Hoàng Nông'];

/** A district's plan with so many communes, as a decision tells of it; issued unless told otherwise. */
export function decisionFacts(count: number, more: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    state: 'ISSUED',
    year: 2022,
    issuer: { code: '171', name: 'Huyện Đại Từ', type: 'Huyện', kind: 'DISTRICT' },
    superior: PROVINCE,
    province: PROVINCE,
    indicator: 'Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4',
    decision: { number: '1234/QĐ-UBND', issuedOn: '2022-03-15', signer: 'Nguyễn Thị Bích Hường' },
    parent: { number: '793/QĐ-UBND', issuedOn: '2022-02-05', issuer: PROVINCE },
    amended: null,
    from: '2022-03-15',
    until: '2022-12-31',
    basisFrom: '2021-01-01',
    basisTo: '2021-12-31',
    required: 5_500,
    units: unitFacts(count),
    own: { volume: 812, baseline: 6_120 },
    ...more,
  };
}
