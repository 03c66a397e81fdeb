/** What a template may say by name; each with where it comes from. In the order in which the editor offers them. */
export const PLACES = [
  'year',
  'issuer',
  'issuerPlace',
  'province',
  'superior',
  'children',
  'count',
  'unassigned',
  'indicator',
  'required',
  'achieved',
  'verdict',
  'lowest',
  'highest',
  'dossiers',
  'basis',
  'from',
  'until',
  'number',
  'day',
  'signer',
  'parentNumber',
  'parentDay',
  'parentIssuer',
  'amendedNumber',
  'amendedDay',
] as const;

export type PlaceName = (typeof PLACES)[number];
export type PlaceValues = Readonly<Record<PlaceName, string | null>>;

export const PLACE_NAMES: ReadonlySet<string> = new Set(PLACES);

/** What each place could say, invented: shown beside its name where no plan says it. */
export const PLACE_EXAMPLES: Readonly<Record<PlaceName, string>> = {
  year: '2022',
  issuer: 'UBND huyện Đại Từ',
  issuerPlace: 'Đại Từ',
  province: 'tỉnh Thái Nguyên',
  superior: 'UBND tỉnh Thái Nguyên',
  children: 'xã, thị trấn',
  count: '30',
  unassigned: 'xã Bình Thuận',
  indicator: 'tỷ lệ hồ sơ trực tuyến mức độ 4',
  required: '55%',
  achieved: '55,40%',
  verdict: 'đạt mức phải đạt',
  lowest: '40%',
  highest: '75%',
  dossiers: '12.480',
  basis: 'năm 2021',
  from: '01/01/2022',
  until: '31/12/2022',
  number: '1234/QĐ-UBND',
  day: 'ngày 28 tháng 12 năm 2021',
  signer: 'Nguyễn Văn An',
  parentNumber: '4012/QĐ-UBND',
  parentDay: 'ngày 20 tháng 12 năm 2021',
  parentIssuer: 'UBND tỉnh Thái Nguyên',
  amendedNumber: '987/QĐ-UBND',
  amendedDay: 'ngày 10 tháng 01 năm 2022',
};
