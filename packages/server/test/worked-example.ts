import type { Api } from './api.ts';
import { amendList, nameUnits, saveProcedures } from './factories.ts';

/** The worked example of docs: what commune 05503 received and resolved around the year 2022. */
const EXAMPLE: Record<
  string,
  [procedure: string, channel: string, received: string, finished: string, status: string]
> = {
  A: ['2.000815', '2', '20220814235000', '20220816090000', '10'],
  B: ['2.000815', '2', '20220815000500', '20220816090000', '10'],
  C: ['2.000815', '3', '20220301080000', '20220302160000', '9'],
  D: ['2.000815', '', '20220301080000', '20220302160000', '9'],
  E: ['1.000689', '2', '20220531080000', '20220603160000', '10'],
  F: ['1.000689', '2', '20220601080000', '20220603160000', '10'],
  G: ['2.001234', '2', '20220401080000', '20220402160000', '10'],
  H: ['2.000815', '2', '20211231160000', '20220101001000', '10'],
  I: ['2.000815', '2', '20221230080000', '20230101001000', '10'],
  J: ['2.000815', '2', '20220201080000', '', '4'],
  K: ['2.000815', '2', '20220201080000', '20220205160000', '7'],
};

const ORGANISATION = '000.03.164.H55';

/** The code of the example's dossier, e.g. of `A`. */
export function exampleCode(letter: string): string {
  const [, , received = ''] = EXAMPLE[letter] ?? [];
  return `${ORGANISATION}-${received.slice(2, 8)}-${String(letter.charCodeAt(0)).padStart(4, '0')}`;
}

/** The row of the example's dossier as a sender writes it. */
export function exampleRow(letter: string): Record<string, string> {
  const [procedure = '', channel = '', received = '', finished = '', status = ''] = EXAMPLE[letter] ?? [];
  return {
    MaHoSo: exampleCode(letter),
    MaTTHC: procedure,
    KenhThucHien: channel,
    NgayTiepNhan: received,
    NgayKetThucXuLy: finished,
    TrangThaiHoSo: status,
  };
}

/** All eleven, A to K. */
export function exampleRows(): Record<string, string>[] {
  return Object.keys(EXAMPLE).map(exampleRow);
}

/** The catalogue and the list of the example, and the commune's organisation identifier. */
export async function prepareExample(api: Api): Promise<void> {
  await saveProcedures(api, '2.000815', { code: '1.000689', inForceTo: '2022-05-31' }, '2.001234');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }, { procedure: '1.000689' }]);
  await amendList(api, '2022-08-15', [{ action: 'REMOVE', procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.03'] });
}
