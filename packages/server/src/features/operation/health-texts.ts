import type { Locale } from '../../app/locale.ts';

interface WarningText {
  what: Record<Locale, string>;
  toDo: Record<Locale, string>;
}

const both = (vi: string, en: string): Record<Locale, string> => ({ vi, en });

/** What may be wrong with a running server, and what to do about each; `{name}` stands for a parameter. */
export const WARNING_TEXTS = {
  BACKUP_LATE: {
    what: both(
      'Đã quá hạn sao lưu: bản mới nhất cách đây {hours} giờ.',
      'The backup is late: the newest is {hours} hours old.',
    ),
    toDo: both(
      'Bấm «Sao lưu ngay»; nếu không thành, xem nhật ký của máy chủ và chỗ trống trên đĩa.',
      'Start one under Backups; if it fails, look at the log of the server and at the room on the disk.',
    ),
  },
  BACKUP_NONE: {
    what: both('Chưa có bản sao lưu nào.', 'There is no backup yet.'),
    toDo: both(
      'Bấm «Sao lưu ngay» và chép tệp sang máy khác.',
      'Start one under Backups and copy the file to another machine.',
    ),
  },
  BACKUP_OFF: {
    what: both('Máy chủ không tự sao lưu.', 'The server makes no backups by itself.'),
    toDo: both(
      'Bỏ BACKUP_EVERY_HOURS=0, hoặc chạy npm run db:backup hằng ngày.',
      'Remove BACKUP_EVERY_HOURS=0, or run npm run db:backup every day.',
    ),
  },
  CHAIN_BROKEN: {
    what: both(
      'Lần kiểm tra gần nhất: nhật ký KHÔNG còn nguyên vẹn từ dòng {row}.',
      'When last verified, the audit trail was BROKEN at row {row}.',
    ),
    toDo: both(
      'Giữ nguyên cơ sở dữ liệu, chép các tệp của nó, rồi so với bản sao lưu (runbook, «Was the audit trail changed?»).',
      'Keep the database as it is, copy its files, and compare with a backup (runbook, "Was the audit trail changed?").',
    ),
  },
  CHAIN_UNVERIFIED: {
    what: both('Nhật ký chưa được kiểm tra trong 31 ngày qua.', 'Nobody verified the audit trail for 31 days.'),
    toDo: both('Mở Nhật ký và bấm «Kiểm tra ngay».', 'Open the audit trail and verify it.'),
  },
  CLOCK_OFF: {
    what: both(
      'Đồng hồ của máy chủ và của cơ sở dữ liệu lệch nhau {seconds} giây.',
      'The clocks of the server and of the database differ by {seconds} seconds.',
    ),
    toDo: both('Đồng bộ giờ của cả hai máy (NTP).', 'Set both machines by NTP.'),
  },
  CONNECTIONS_SHORT: {
    what: both(
      'Có {waiting} yêu cầu đang chờ kết nối đến cơ sở dữ liệu.',
      '{waiting} requests wait for a connection to the database.',
    ),
    toDo: both(
      'Nếu kéo dài: xem câu hỏi nào chạy lâu trong nhật ký của máy chủ.',
      'If it lasts, look in the log for what takes so long.',
    ),
  },
  DISK_FULL: {
    what: both('Đĩa của DATA_DIR gần đầy: còn {percent} %.', 'The disk of DATA_DIR is almost full: {percent} % left.'),
    toDo: both(
      'Dọn hoặc mở rộng đĩa ngay: hết chỗ thì không ghi được gì nữa.',
      'Make room now: once it is full nothing can be written any more.',
    ),
  },
  DISK_LOW: {
    what: both('Đĩa của DATA_DIR còn {percent} %.', 'The disk of DATA_DIR has {percent} % left.'),
    toDo: both('Chuyển bản sao lưu cũ đi hoặc mở rộng đĩa.', 'Move old backups away or enlarge the disk.'),
  },
  DUTIES_TOGETHER: {
    what: both(
      'Người lập bản giao chỉ tiêu được tự duyệt (SEPARATE_DUTIES đang tắt).',
      'Who creates a plan may approve it (SEPARATE_DUTIES is off).',
    ),
    toDo: both('Bật SEPARATE_DUTIES khi vận hành chính thức.', 'Turn SEPARATE_DUTIES on in production.'),
  },
  INGEST_OLD: {
    what: both('Đã {days} ngày không nhận hồ sơ nào.', 'No dossiers came for {days} days.'),
    toDo: both(
      'Hỏi đơn vị gửi dữ liệu; xem mã truy cập có hết hạn không.',
      'Ask those who send; see whether their token has run out.',
    ),
  },
  SOURCES_FAILING: {
    what: both(
      'Không đọc được dữ liệu từ {sources} nguồn, đã thử nhiều lần.',
      '{sources} sources could not be read, one time after the other.',
    ),
    toDo: both(
      'Mở Hồ sơ › Nguồn dữ liệu: lý do ghi ở lượt đọc gần nhất của từng nguồn.',
      'Open the sources of dossiers: the last reading of each says why.',
    ),
  },
  SOURCES_SILENT: {
    what: both(
      '{sources} nguồn im lặng lâu hơn lệ thường; lâu nhất là {days} ngày.',
      '{sources} sources are silent for longer than is usual for them, one of them for {days} days.',
    ),
    toDo: both(
      'Mở Hồ sơ › Nguồn dữ liệu, xem nguồn nào im lặng và hỏi đơn vị gửi.',
      'Open the sources of dossiers, see which are silent, and ask those who send.',
    ),
  },
  WALL_WEAK: {
    what: both(
      'Máy chủ không có vai trò riêng trong cơ sở dữ liệu: bức tường thứ hai không đứng.',
      'The server has no role of its own in the database: the second wall does not stand.',
    ),
    toDo: both(
      'Cho tài khoản cơ sở dữ liệu quyền tạo vai trò, rồi khởi động lại (xem sổ tay vận hành).',
      'Let the database account create a role, then start again (see the runbook).',
    ),
  },
} as const satisfies Record<string, WarningText>;

export type WarningCode = keyof typeof WARNING_TEXTS;

/** A text of a warning in one language, its parameters filled in. */
export function warningText(
  { code, params }: { code: WarningCode; params: Readonly<Record<string, number>> },
  part: keyof WarningText,
  locale: Locale,
): string {
  const template: string = WARNING_TEXTS[code][part][locale];
  const written = (name: string) => (params[name] ?? 0).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB');
  return template.replace(/\{(\w+)\}/g, (_, name: string) => written(name));
}
