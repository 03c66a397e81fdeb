import type { ChainHead } from '../../app/audit/chain.ts';
import type { Fault, Verified } from './verify-chain.service.ts';

const FAULTS: Readonly<Record<Fault, { vi: string; en: string }>> = {
  CHANGED: { vi: 'dòng {seq} đã bị sửa', en: 'row {seq} was changed' },
  MISSING: { vi: 'dòng {seq} đã bị xóa', en: 'row {seq} is missing' },
  CUT: { vi: 'các dòng cuối, từ dòng {seq}, đã bị xóa', en: 'the last rows, from {seq} on, are missing' },
  ADDED: { vi: 'dòng {seq} được thêm ngoài chuỗi', en: 'row {seq} was added outside of the chain' },
  REWRITTEN: {
    vi: 'chuỗi đã bị viết lại tại hoặc trước dòng {seq}',
    en: 'the chain was rewritten at row {seq} or before it',
  },
};

/**
 * What to tell a person of a verified chain, in lines of Vietnamese and English: whether it holds, the head to be noted down,
 * and last what it was compared with. Without a head that was noted earlier nobody sees that the whole chain was written anew.
 */
export function sayVerified({ head, broken }: Verified, noted: ChainHead | null): string[] {
  return [...sayWhether(head, broken), sayCompared(noted)];
}

function sayCompared(noted: ChainHead | null): string {
  if (noted === null) return 'Không so với đầu chuỗi nào đã ghi lại. Compared with no head that was noted down.';
  return `Đã so với đầu chuỗi / compared with the head: ${noted.seq}:${noted.hash}`;
}

function sayWhether(head: ChainHead, broken: Verified['broken']): string[] {
  const upTo = `${head.seq}:${head.hash}`;
  if (broken === null)
    return [
      `Nhật ký toàn vẹn: ${head.seq} dòng. The audit trail holds: ${head.seq} rows.`,
      `Đầu chuỗi / head: ${upTo}`,
    ];
  const { vi, en } = FAULTS[broken.fault];
  const fill = (text: string) => text.replace('{seq}', String(broken.seq));
  return [
    `NHẬT KÝ KHÔNG CÒN NGUYÊN VẸN: ${fill(vi)}. THE AUDIT TRAIL IS BROKEN: ${fill(en)}.`,
    `Đúng đến / holds up to: ${upTo}`,
  ];
}
