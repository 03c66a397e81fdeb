import type { Role } from '@chi-tieu/shared/domain/access/rights';
import { formatDay, formatInstant } from '@chi-tieu/shared/domain/vietnamese-format';
import { isDay } from '@chi-tieu/shared/domain/days';
import type { Locale } from '../../app/locale.ts';

const both = (vi: string, en: string): Record<Locale, string> => ({ vi, en });

/** What the members of events are called. One that is not here is called by its own name. */
const FIELDS: Readonly<Record<string, Record<Locale, string>>> = {
  acknowledgeBy: both('Hạn xác nhận', 'To take note by'),
  account: both('Tài khoản', 'Account'),
  action: both('Việc', 'What'),
  active: both('Đang bật', 'On'),
  again: both('Số kỳ thử lại', 'Periods tried again'),
  aliases: both('Mã định danh, tên gọi khác', 'Aliases'),
  amends: both('Thay thế bản giao', 'Amends plan'),
  broken: both('Chỗ không khớp', 'Broken'),
  assignBy: both('Hạn giao tiếp', 'To assign by'),
  baseline: both('Tỷ lệ cơ sở', 'Baseline'),
  bytes: both('Dung lượng (byte)', 'Bytes'),
  ceiling: both('Trần', 'Ceiling'),
  cause: both('Nguyên nhân', 'Cause'),
  changed: both('Đã sửa', 'Changed'),
  closed: both('Dòng kết thúc', 'Entries ended'),
  comment: both('Ý kiến', 'Comment'),
  count: both('Số lượng', 'How many'),
  created: both('Hồ sơ mới', 'Created'),
  decision: both('Quyết định', 'Decision'),
  denominator: both('Mẫu số', 'Denominator'),
  delegatedFrom: both('Ủy quyền từ', 'Delegated from'),
  effectiveOn: both('Hiệu lực từ', 'Effective on'),
  effort: both('Công sức', 'Effort'),
  entries: both('Mục', 'Entry'),
  expiresOn: both('Hết hạn', 'Expires on'),
  fault: both('Lỗi', 'Fault'),
  field: both('Lĩnh vực', 'Field'),
  fields: both('Mục khác đã sửa', 'Other fields changed'),
  figures: both('Số liệu được giữ', 'Figures kept'),
  files: both('Số tệp', 'Files'),
  floor: both('Sàn', 'Floor'),
  from: both('Từ ngày', 'From'),
  everyMinutes: both('Cách nhau (phút)', 'Minutes between'),
  failures: both('Số lần lỗi liên tiếp', 'Failures in a row'),
  host: both('Máy chủ', 'Host'),
  head: both('Đầu chuỗi', 'Head'),
  inForce: both('Có hiệu lực', 'In force'),
  inForceFrom: both('Có hiệu lực từ', 'In force from'),
  inForceTo: both('Hết hiệu lực', 'In force to'),
  indicator: both('Chỉ tiêu thống kê', 'Indicator'),
  inputs: both('Đầu vào', 'Input'),
  insteadOf: both('Thay cho chỉ tiêu', 'Instead of'),
  issuedOn: both('Ngày ban hành', 'Issued on'),
  issuer: both('Đơn vị giao', 'Issuer'),
  jumps: both('Số chỗ nhảy vọt', 'Jumps'),
  kind: both('Loại', 'Kind'),
  knownAt: both('Biết đến', 'Known at'),
  level: both('Mức độ', 'Level'),
  lines: both('Số dòng', 'Lines'),
  locked: both('Khóa', 'Locked'),
  made: both('Dữ liệu minh họa', 'Made for demonstration'),
  method: both('Cách giao', 'Method'),
  marks: both('Mốc tháng', 'Month mark'),
  mode: both('Cách nhận dữ liệu', 'How data come'),
  month: both('Tháng', 'Month'),
  name: both('Tên', 'Name'),
  number: both('Số', 'Number'),
  numerator: both('Tử số', 'Numerator'),
  opened: both('Dòng bắt đầu', 'Entries begun'),
  ownWork: both('Tự duyệt bản giao của mình', 'Own work'),
  percent: both('Chỉ tiêu', 'Target'),
  policy: both('Ràng buộc', 'Policy'),
  enabled: both('Đang bật', 'Enabled'),
  nineIsFinished: both('Trạng thái 9 là đã xong', 'Status 9 is finished'),
  rank: both('Thứ bậc tin cậy', 'Rank of trust'),
  reference: both('Mã văn bản', 'Reference'),
  replaces: both('Thay thế', 'Replaces'),
  processingDays: both('Thời hạn giải quyết', 'Processing days'),
  authority: both('Cơ quan thực hiện', 'Authority'),
  conditions: both('Yêu cầu, điều kiện', 'Conditions'),
  documents: both('Thành phần hồ sơ', 'Documents'),
  fees: both('Phí, lệ phí', 'Fees'),
  legalBases: both('Căn cứ pháp lý', 'Legal bases'),
  links: both('Liên kết', 'Links'),
  secretChanged: both('Đổi mật khẩu', 'Password changed'),
  source: both('Nguồn', 'Source'),
  components: both('Thành phần', 'Components'),
  values: both('Số liệu nhập', 'Numbers given'),
  received: both('Số dòng nhận', 'Rows received'),
  pages: both('Số trang', 'Pages'),
  rejected: both('Dòng lỗi', 'Bad rows'),
  required: both('Mức cần đạt', 'Required'),
  result: both('Kết quả', 'Result'),
  role: both('Vai trò', 'Role'),
  rows: both('Số dòng', 'Rows'),
  scenario: both('Phương án', 'Scenario'),
  scope: both('Phạm vi', 'Scope'),
  seq: both('Dòng', 'Row'),
  sha256: both('Mã kiểm tra', 'Check sum'),
  state: both('Trạng thái', 'State'),
  step: both('Bước', 'Step'),
  targets: both('Chỉ tiêu', 'Target'),
  tier: both('Cấp', 'Tier'),
  tiers: both('Cấp thực hiện', 'Tiers'),
  begunAt: both('Bắt đầu lúc', 'Began at'),
  checked: both('Bật kiểm tra', 'Checked'),
  endedAt: both('Kết thúc lúc', 'Ended at'),
  expectedStatus: both('Mã trả lời đúng', 'Expected status'),
  incident: both('Sự cố số', 'Incident'),
  noticedAt: both('Phát hiện lúc', 'Noticed at'),
  outage: both('Gián đoạn số', 'Outage'),
  securityLevel: both('Cấp độ an toàn', 'Security level'),
  sources: both('Số nguồn', 'Sources'),
  answer: both('Trả lời', 'Answer'),
  dueOn: both('Hạn khắc phục', 'Remedy deadline'),
  finding: both('Tồn tại số', 'Finding'),
  frameSha256: both('Niêm danh sách (SHA-256)', 'Seal of the list (SHA-256)'),
  frameSize: both('Số hồ sơ trong danh sách', 'Dossiers in the list'),
  item: both('Nội dung', 'Item'),
  items: both('Số nội dung', 'Items'),
  place: both('Thứ tự trong mẫu', 'Place in the sample'),
  sample: both('Mẫu số', 'Sample'),
  seed: both('Hạt giống', 'Seed'),
  severity: both('Mức độ', 'Severity'),
  size: both('Cỡ mẫu', 'Size'),
  list: both('Danh sách', 'List'),
  joinedTo: both('Khó khăn kia', 'The other difficulty'),
  owner: both('Đơn vị trả lời', 'Who answers'),
  to: both('Đến ngày', 'To'),
  token: both('Mã truy cập', 'Token'),
  unit: both('Đơn vị', 'Unit'),
  unchanged: both('Không đổi', 'Unchanged'),
  until: both('Lấy ý kiến đến', 'Asked until'),
  updated: both('Hồ sơ sửa', 'Updated'),
  units: both('Đơn vị có đầu vào', 'Units with inputs'),
  version: both('Phiên bản', 'Version'),
  volume: both('Số hồ sơ', 'Volume'),
  why: both('Lý do', 'Why'),
  day: both('Ngày', 'Day'),
  daysAfter: both('Số ngày sau kỳ', 'Days after the period'),
  messages: both('Số thư', 'Messages'),
  deadline: both('Hạn trả lời', 'Deadline'),
  figure: both('Mã số liệu', 'Figure'),
  year: both('Năm', 'Year'),
  whole: both('Đọc toàn bộ', 'Whole'),
  wholeSaysGone: both('Không còn trong lượt đọc toàn bộ là đã mất', 'What the whole no longer has is gone'),
  wholeEveryDays: both('Đọc lại toàn bộ sau (ngày)', 'Whole again after (days)'),
};

/** What roles are called, as the console calls them. */
export const ROLE_TEXTS: Readonly<Record<Role, Record<Locale, string>>> = {
  ADMINISTRATOR: both('Quản trị', 'Administrator'),
  APPROVER: both('Người duyệt', 'Approver'),
  AUDITOR: both('Kiểm tra', 'Auditor'),
  CATALOGUE_EDITOR: both('Biên tập danh mục', 'Catalogue editor'),
  CLERK: both('Cán bộ một cửa', 'Clerk'),
  INTEGRATION: both('Kết nối', 'Integration'),
  MONITOR: both('Theo dõi', 'Monitor'),
  PLANNER: both('Lập kế hoạch', 'Planner'),
  VIEWER: both('Người xem', 'Viewer'),
};

/** Words of the API in the words of people. */
const WORDS: Readonly<Record<string, Record<Locale, string>>> = {
  ...ROLE_TEXTS,
  APPROVED: both('đã duyệt', 'approved'),
  BROKEN: both('KHÔNG còn nguyên vẹn', 'BROKEN'),
  CLOSE_THE_GAP: both('thu hẹp khoảng cách', 'close the gap'),
  BEHIND_MILESTONE: both('chậm mốc', 'behind the mark'),
  CORRECTED: both('số liệu đã được sửa', 'corrected'),
  DROPPED: both('bỏ', 'dropped'),
  EVIDENCE: both('số liệu cho thấy đã khắc phục', 'evidence'),
  NOT_ASSIGNED: both('chưa giao chỉ tiêu', 'not assigned'),
  OUT_OF_REACH: both('không thể đạt', 'out of reach'),
  QUEUED: both('gửi tiếp', 'queued'),
  RULE_CHANGED: both('quy tắc đã đổi', 'rule changed'),
  SOURCE_SILENT: both('không có dữ liệu', 'silent'),
  TARGET_CHANGED: both('chỉ tiêu đã đổi', 'target changed'),
  UNIT_ENDED: both('đơn vị không còn', 'unit ended'),
  WITHDRAWN: both('rút lại', 'withdrawn'),
  COMMUNE: both('cấp xã', 'commune'),
  DISTRICT: both('cấp huyện', 'district'),
  DOSSIERS: both('hồ sơ', 'dossiers'),
  DAMAGED: both('BỊ HỎNG', 'DAMAGED'),
  DRAFT: both('dự thảo', 'draft'),
  FAIREST: both('công bằng nhất', 'fairest'),
  FLOOR: both('từng đơn vị', 'every unit'),
  FULL: both('toàn trình', 'full'),
  ISSUED: both('đã ban hành', 'issued'),
  LEAST_EFFORT: both('ít công sức nhất', 'least effort'),
  LEVEL_1: both('mức độ 1', 'level 1'),
  LEVEL_2: both('mức độ 2', 'level 2'),
  LEVEL_3: both('mức độ 3', 'level 3'),
  LEVEL_4: both('mức độ 4', 'level 4'),
  MEAN: both('bình quân', 'mean'),
  MEND: both('sửa dòng lỗi', 'mended row'),
  OWN: both('riêng đơn vị', 'own'),
  PARTIAL: both('một phần', 'partial'),
  PROCEDURES: both('thủ tục', 'procedures'),
  PROPORTIONAL: both('theo tỷ lệ kỳ trước', 'proportional'),
  PROVINCE: both('cấp tỉnh', 'province'),
  RETRY: both('thử lại dòng lỗi', 'bad rows again'),
  SPREAD_REMAINDER: both('chia phần còn thiếu', 'spread the remainder'),
  SUBMITTED: both('đã trình', 'submitted'),
  SUBTREE: both('gồm cấp dưới', 'subtree'),
  SUPERSEDED: both('đã thay thế', 'superseded'),
  UNIFORM: both('bằng nhau', 'uniform'),
  DATABASE: both('cơ sở dữ liệu', 'database'),
  NATIONAL_PORTAL: both('cổng quốc gia', 'national portal'),
  ONE_STOP: both('hệ thống một cửa', 'one-stop system'),
  ORDINARY: both('thông thường', 'ordinary'),
  OTHER: both('khác', 'other'),
  PROVINCIAL_PORTAL: both('cổng của tỉnh', 'provincial portal'),
  SERIOUS: both('nghiêm trọng', 'serious'),
  SHARED_PLATFORM: both('nền tảng chia sẻ', 'shared platform'),
  WHOLE: both('còn nguyên vẹn', 'whole'),
};

const AS_THEY_ARE = new Set(['year', 'version', 'account', 'delegatedFrom', 'token', 'seq']);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const RANGE = /^\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]$/;

/** What a member is called. */
export function fieldText(name: string, locale: Locale): string {
  return (Object.hasOwn(FIELDS, name) ? FIELDS[name]?.[locale] : undefined) ?? name;
}

/** A value in words; null where there is none. */
export function valueText(name: string, value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? { vi: 'có', en: 'yes' }[locale] : { vi: 'không', en: 'no' }[locale];
  if (typeof value === 'number') return numberText(name, value, locale);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isDay(value)) return formatDay(value);
  if (INSTANT.test(value)) return formatInstant(new Date(value));
  // A list of fields names them.
  if (name === '' && Object.hasOwn(FIELDS, value)) return fieldText(value, locale);
  const [, from, to] = RANGE.exec(value) ?? [];
  if (from !== undefined && to !== undefined) return `${formatDay(from)} – ${formatDay(to)}`;
  return (Object.hasOwn(WORDS, value) ? WORDS[value]?.[locale] : undefined) ?? value;
}

function numberText(name: string, value: number, locale: Locale): string {
  if (AS_THEY_ARE.has(name)) return String(value);
  if (name === 'month') return `${locale === 'vi' ? 'tháng' : 'month'} ${value}`;
  const text = value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
  return ['percent', 'insteadOf'].includes(name) ? `${text}${locale === 'vi' ? '\u00a0' : ''}%` : text;
}
