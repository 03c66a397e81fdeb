/** A row of a one-stop system, in the field names of DongBoHoSoMC. */
export type DemoRow = Record<string, string>;

/** Why a row will not be taken: the row itself is wrong, or nobody knows its unit or procedure. */
export type IntendedProblem = 'ROW' | 'UNIT' | 'PROCEDURE';

interface Damage {
  problem: IntendedProblem;
  fields: (row: DemoRow) => DemoRow;
}

/** What goes wrong in real files, one after the other. */
const DAMAGES: Damage[] = [
  { problem: 'UNIT', fields: (row) => ({ MaHoSo: withPrefix(row, 'H55.88.07'), DonViXuLy: 'UBND xã Bản Mới' }) },
  { problem: 'PROCEDURE', fields: () => ({ MaTTHC: '1.099999' }) },
  { problem: 'ROW', fields: (row) => ({ NgayTiepNhan: `${year(row)}0230083000` }) },
  {
    problem: 'ROW',
    fields: (row) => ({ NgayKetThucXuLy: `${year(row)}0101070000`, NgayTiepNhan: `${year(row)}0701080000` }),
  },
  { problem: 'ROW', fields: () => ({ KenhThucHien: '5' }) },
  { problem: 'UNIT', fields: (row) => ({ MaHoSo: withPrefix(row, '000.00.77.H55'), DonViXuLy: '' }) },
  { problem: 'ROW', fields: () => ({ MaTTHC: '2.00815' }) },
  { problem: 'ROW', fields: () => ({ NgayTiepNhan: '' }) },
  { problem: 'PROCEDURE', fields: () => ({ MaTTHC: '3.099998' }) },
  { problem: 'ROW', fields: () => ({ TrangThaiHoSo: '12' }) },
  { problem: 'ROW', fields: (row) => ({ NgayKetThucXuLy: `${row['NgayTiepNhan']?.slice(0, 8) ?? ''}253000` }) },
  { problem: 'ROW', fields: (row) => ({ MaHoSo: withPrefix(row, 'HS') }) },
];

/** The row as a careless system would have sent it, with the field that is wrong; the `turn` decides how. */
export function damaged(row: DemoRow, turn: number): { row: DemoRow; problem: IntendedProblem } {
  const damage = DAMAGES[turn % DAMAGES.length] as Damage;
  return { row: { ...row, ...damage.fields(row) }, problem: damage.problem };
}

function withPrefix(row: DemoRow, identifier: string): string {
  const code = row['MaHoSo'] ?? '';
  return identifier + code.slice(code.indexOf('-'));
}

function year(row: DemoRow): string {
  return (row['NgayTiepNhan'] ?? '').slice(0, 4);
}
