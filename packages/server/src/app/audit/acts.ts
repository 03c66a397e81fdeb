import { CONNECTED_ACTS_SAID } from './connected-acts.ts';
import { DIFFICULTY_ACTS_SAID } from './difficulty-acts.ts';
import { INSPECTION_ACTS_SAID } from './inspection-acts.ts';
import { MATTER_ACTS_SAID } from './matter-acts.ts';
import { REPORT_ACTS_SAID } from './report-acts.ts';
import { URGING_ACTS_SAID } from './urging-acts.ts';

/**
 * Everything that is recorded in the audit trail, with its sentence in Vietnamese and English. `{actor}` and `{id}` stand for who
 * and about what, `{unit}` for the unit it concerns; any other name for a value of the event, looked for in what is after, then in what was before.
 * A name in the table of a database stays for ever: add new ones, never rename.
 */
export const ACTS = {
  ...CONNECTED_ACTS_SAID,
  ...DIFFICULTY_ACTS_SAID,
  ...INSPECTION_ACTS_SAID,
  ...MATTER_ACTS_SAID,
  ...REPORT_ACTS_SAID,
  ...URGING_ACTS_SAID,
  ACCOUNT_CHANGED: { vi: '{actor} sửa tài khoản {id}', en: '{actor} changed account {id}' },
  ACCOUNT_CLOSED: { vi: '{actor} khóa tài khoản {id}', en: '{actor} closed account {id}' },
  ACCOUNT_CREATED: { vi: '{actor} tạo tài khoản {id}', en: '{actor} created account {id}' },
  ACCOUNT_OPENED: { vi: '{actor} mở lại tài khoản {id}', en: '{actor} opened account {id} again' },
  ALIASES_SET: {
    vi: '{actor} sửa mã định danh, tên gọi khác của đơn vị {id}',
    en: '{actor} changed the aliases of unit {id}',
  },
  AUDIT_VERIFIED: {
    vi: '{actor} kiểm tra chuỗi nhật ký: {rows} dòng, {result}',
    en: '{actor} verified the chain of the audit trail: {rows} rows, {result}',
  },
  BOUNDARIES_REMOVED: { vi: '{actor} bỏ bản đồ ranh giới', en: '{actor} removed the map of boundaries' },
  BOUNDARIES_SAVED: {
    vi: '{actor} đặt bản đồ ranh giới của {units} đơn vị',
    en: '{actor} put the boundaries of {units} units on the map',
  },
  BACKUP_CHECKED: {
    vi: '{actor} kiểm tra bản sao lưu {id}: {result}',
    en: '{actor} checked backup {id}: {result}',
  },
  BACKUP_FAILED: { vi: '{actor} sao lưu không thành', en: '{actor} could not make a backup' },
  BACKUP_MADE: { vi: '{actor} sao lưu vào tệp {id}', en: '{actor} made backup {id}' },
  BASE_FILLED: { vi: '{actor} nạp dữ liệu ban đầu ({id})', en: '{actor} filled the empty database ({id})' },
  BATCH_HELD: {
    vi: '{actor} gửi lần nhập phải giữ lại chờ xem ({id}): {received} dòng',
    en: '{actor} sent an import that is held ({id}): {received} rows',
  },
  BATCH_RELEASED: {
    vi: '{actor} cho nhận lần nhập đang giữ lại ({id}): {received} dòng, bỏ qua {leftOut} dòng cũ',
    en: '{actor} released a held import ({id}): {received} rows, {leftOut} older ones left out',
  },
  BATCH_TAKEN: {
    vi: '{actor} nhập dữ liệu (lần nhập {id}): {received} dòng, {rejected} dòng lỗi',
    en: '{actor} took in import {id}: {received} rows, {rejected} bad',
  },
  CAUSE_DISCARDED: {
    vi: '{actor} bỏ các dòng lỗi cùng nguyên nhân: {count} dòng ({problem}, {field})',
    en: '{actor} put bad rows of one cause aside: {count} rows ({problem}, {field})',
  },
  CAUSE_MENDED: {
    vi: '{actor} sửa chung các dòng lỗi cùng nguyên nhân: {count} dòng ({problem}, {field})',
    en: '{actor} mended bad rows of one cause: {count} rows ({problem}, {field})',
  },
  CAUSE_MEND_STOPPED: {
    vi: '{actor} dừng sửa chung các dòng lỗi: sau {count} dòng',
    en: '{actor} stopped mending bad rows of one cause: after {count} rows',
  },
  CAUSE_MEND_UNDONE: {
    vi: '{actor} hoàn tác việc sửa chung: {count} dòng chờ lại ({problem}, {field})',
    en: '{actor} took back what mended a cause: {count} rows wait again ({problem}, {field})',
  },
  CHOSEN_ROWS_DISCARDED: {
    vi: '{actor} bỏ các dòng lỗi đã chọn trong khu cách ly: {count} dòng',
    en: '{actor} put chosen rows of the quarantine aside: {count} rows',
  },
  CODE_AWAITED: {
    vi: '{actor} nhập đúng mật khẩu, chờ mã xác thực',
    en: '{actor} gave the password; the code is awaited',
  },
  CODE_REFUSED: { vi: 'Một mã xác thực cho tài khoản {id} bị từ chối', en: 'A code for account {id} was refused' },
  CONSULTATION_ENDED: {
    vi: '{actor} thôi lấy ý kiến về bản giao chỉ tiêu {id}',
    en: '{actor} ended the consultation about plan {id}',
  },
  CONSULTATION_OPENED: {
    vi: '{actor} lấy ý kiến về bản giao chỉ tiêu {id} đến {until}',
    en: '{actor} opened the consultation about plan {id} until {until}',
  },
  COUNTER_PROPOSAL_ACCEPTED: {
    vi: '{actor} chấp nhận đề nghị của {name} trong bản giao {id}: {percent} %',
    en: '{actor} accepted what {name} proposes in plan {id}: {percent}%',
  },
  COUNTER_PROPOSAL_LAPSED: {
    vi: '{actor} ban hành bản giao {id} khi chưa trả lời đề nghị của {name}',
    en: '{actor} issued plan {id} without an answer to what {name} proposes',
  },
  COUNTER_PROPOSAL_MADE: {
    vi: '{actor} đề nghị chỉ tiêu khác cho {name} trong bản giao {id}: {percent} % thay cho {insteadOf} %',
    en: '{actor} proposed another target for {name} in plan {id}: {percent}% instead of {insteadOf}%',
  },
  COUNTER_PROPOSAL_NOTED: {
    vi: '{actor} ghi nhận đề nghị của {name} đối với bản giao {id}: {percent} %',
    en: '{actor} noted what {name} proposes of plan {id}: {percent}%',
  },
  COUNTER_PROPOSAL_REFUSED: {
    vi: '{actor} không chấp nhận đề nghị của {name} trong bản giao {id}: {percent} %',
    en: '{actor} refused what {name} proposes in plan {id}: {percent}%',
  },
  COUNTER_PROPOSAL_WITHDRAWN: {
    vi: '{actor} rút đề nghị của {name} trong bản giao {id}: {percent} %',
    en: '{actor} withdrew what {name} proposed in plan {id}: {percent}%',
  },
  DECISION_CHANGED: { vi: '{actor} sửa quyết định {number}', en: '{actor} changed decision {number}' },
  DECISION_RECORDED: { vi: '{actor} nhập quyết định {number}', en: '{actor} recorded decision {number}' },
  DEFINITION_CANCELLED: {
    vi: '{actor} hủy định nghĩa {version} của chỉ tiêu {id}',
    en: '{actor} called off definition {version} of indicator {id}',
  },
  DEFINITION_DRAFTED: {
    vi: '{actor} soạn định nghĩa {version} của chỉ tiêu {id}',
    en: '{actor} drafted definition {version} of indicator {id}',
  },
  DEFINITION_READY: {
    vi: '{actor} tính xong định nghĩa {version} của chỉ tiêu {id}',
    en: '{actor} finished computing definition {version} of indicator {id}',
  },
  DEFINITION_SAVED: {
    vi: '{actor} sửa định nghĩa {version} của chỉ tiêu {id}',
    en: '{actor} changed definition {version} of indicator {id}',
  },
  DEFINITION_STARTED: {
    vi: '{actor} cho tính định nghĩa {version} của chỉ tiêu {id}',
    en: '{actor} had definition {version} of indicator {id} computed',
  },
  INDEX_SET_SAVED: {
    vi: '{actor} lưu bộ chỉ số {id}, bản {version}',
    en: '{actor} saved index set {id} as version {version}',
  },
  INDEX_VALUES_GIVEN: {
    vi: '{actor} nhập số liệu cho bộ chỉ số {id}',
    en: '{actor} gave numbers of index set {id}',
  },
  DEFINITION_SWITCHED_ON: {
    vi: '{actor} đưa định nghĩa {version} của chỉ tiêu {id} vào dùng',
    en: '{actor} switched on definition {version} of indicator {id}',
  },
  DOCUMENT_TEMPLATE_SAVED: {
    vi: '{actor} lưu mẫu quyết định giao chỉ tiêu của {unit}, phiên bản {version}',
    en: '{actor} saved version {version} of the words of decisions of {unit}',
  },
  FIGURE_CITED: {
    vi: '{actor} trích dẫn số liệu {id}: {numerator}/{denominator}',
    en: '{actor} cited figure {id}: {numerator}/{denominator}',
  },
  FILE_KEPT: {
    vi: '{actor} lưu một tệp của quyết định: {bytes} byte',
    en: '{actor} kept a file of a decision: {bytes} bytes',
  },
  GRANT_DELEGATED: {
    vi: '{actor} ủy quyền vai trò {role} cho {account} tại {unit}',
    en: '{actor} delegated the role {role} to {account} at {unit}',
  },
  GRANT_GIVEN: {
    vi: '{actor} cấp vai trò {role} cho {account} tại {unit}',
    en: '{actor} gave the role {role} to {account} at {unit}',
  },
  GRANT_REVOKED: {
    vi: '{actor} thu hồi vai trò {role} của {account} tại {unit}',
    en: '{actor} revoked the role {role} of {account} at {unit}',
  },
  HELD_BATCH_DISCARDED: {
    vi: '{actor} bỏ lần nhập đang giữ lại ({id}): {received} dòng',
    en: '{actor} discarded a held import ({id}): {received} rows',
  },
  IMPORT_APPLIED: {
    vi: '{actor} ghi lần nhập {id} vào danh mục: {created} mới, {updated} sửa, {rejected} bị loại',
    en: '{actor} took import {id} into the catalogue: {created} new, {updated} changed, {rejected} rejected',
  },
  IMPORT_DROPPED: { vi: '{actor} bỏ dở lần nhập {id}', en: '{actor} gave up import {id}' },
  IMPORT_MAPPED: { vi: '{actor} khớp cột của lần nhập {id}', en: '{actor} matched the columns of import {id}' },
  IMPORT_MENDED: {
    vi: '{actor} sửa dữ liệu của lần nhập {id}: {count} chỗ',
    en: '{actor} mended cells of import {id}: {count} of them',
  },
  IMPORT_READ: {
    vi: '{actor} tải lên tệp thủ tục (lần nhập {id}): {rows} dòng',
    en: '{actor} handed in a file of procedures (import {id}): {rows} rows',
  },
  JUMP_RULES_SET: {
    vi: '{actor} đổi cách giữ lại lần nhập bất thường',
    en: '{actor} changed when imports that jump are held',
  },
  LIST_AMENDED: {
    vi: '{actor} sửa danh mục {id}: {lines} dòng',
    en: '{actor} amended list {id}: {lines} lines',
  },
  MILESTONES_SET: {
    vi: '{actor} đặt mốc tháng trong bản giao {id}',
    en: '{actor} set the month marks of plan {id}',
  },
  PASSWORD_CHANGED: {
    vi: '{actor} đổi mật khẩu của tài khoản {id}',
    en: '{actor} changed the password of account {id}',
  },
  PASSWORD_RESET: {
    vi: '{actor} đặt lại mật khẩu của tài khoản {id}',
    en: '{actor} reset the password of account {id}',
  },
  PERIOD_CLOSED: {
    vi: '{actor} chốt số liệu kỳ {from} – {to} của {indicator}: {figures} số liệu',
    en: '{actor} closed the period {from} – {to} of {indicator} with {figures} figures',
  },
  PERIOD_REOPENED: {
    vi: '{actor} mở lại kỳ số liệu {from} – {to}',
    en: '{actor} reopened the period {from} – {to}',
  },
  PUBLIC_PAGE_OFF: { vi: '{actor} tắt trang công khai số liệu', en: '{actor} switched the public page off' },
  PUBLIC_PAGE_ON: { vi: '{actor} bật trang công khai số liệu', en: '{actor} switched the public page on' },
  PLAN_AMENDMENT_BEGUN: {
    vi: '{actor} lập bản giao chỉ tiêu {id} để thay thế bản đã ban hành',
    en: '{actor} began plan {id} to amend an issued one',
  },
  PLAN_COMMENT_ADDED: { vi: '{actor} viết ý kiến về bản giao {id}', en: '{actor} said something about plan {id}' },
  PLAN_COMMENT_REOPENED: {
    vi: '{actor} mở lại một trao đổi về bản giao {id}',
    en: '{actor} opened a thread about plan {id} again',
  },
  PLAN_COMMENT_RESOLVED: {
    vi: '{actor} đóng một trao đổi về bản giao {id}',
    en: '{actor} settled a thread about plan {id}',
  },
  PLAN_COMMENT_WITHDRAWN: {
    vi: '{actor} rút ý kiến về bản giao {id}',
    en: '{actor} withdrew what they said about plan {id}',
  },
  PLAN_CREATED: { vi: '{actor} lập bản giao chỉ tiêu {id}', en: '{actor} began plan {id}' },
  PLAN_DATES_SET: {
    vi: '{actor} đặt hạn giao tiếp và hạn xác nhận của bản giao chỉ tiêu {id}',
    en: '{actor} set by when the units of plan {id} assign and take note',
  },
  SCENARIO_DELETED: {
    vi: '{actor} xóa một phương án của bản giao chỉ tiêu {id}',
    en: '{actor} deleted a scenario of plan {id}',
  },
  SCENARIO_SAVED: {
    vi: '{actor} lưu một phương án của bản giao chỉ tiêu {id}',
    en: '{actor} saved a scenario of plan {id}',
  },
  SCENARIO_TAKEN: {
    vi: '{actor} đưa một phương án vào bản giao chỉ tiêu {id}',
    en: '{actor} took a scenario over into plan {id}',
  },
  PLAN_DAY_SET: {
    vi: '{actor} đổi ngày hiệu lực dự kiến của bản giao {id} sang {day}',
    en: '{actor} changed the day from which plan {id} is meant to be in force to {day}',
  },
  PLAN_INPUTS_SET: {
    vi: '{actor} đặt số liệu đầu vào của bản giao {id}',
    en: '{actor} set the inputs of plan {id}',
  },
  PLAN_DOCUMENT_MADE: {
    vi: '{actor} lập văn bản {reference} của bản giao chỉ tiêu {id}',
    en: '{actor} made out the paper {reference} of plan {id}',
  },
  PLAN_MOVED: { vi: '{actor} chuyển bản giao chỉ tiêu {id} sang {state}', en: '{actor} moved plan {id} to {state}' },
  PLAN_SUPERSEDED: { vi: '{actor} thay thế bản giao chỉ tiêu {id}', en: '{actor} superseded plan {id}' },
  PROCEDURE_DRAFT_BACK: {
    vi: '{actor} hoàn tác việc ban hành, có lại bản nháp của thủ tục {id}',
    en: '{actor} undid a publishing and has the draft of procedure {id} again',
  },
  PROCEDURE_DRAFT_DROPPED: {
    vi: '{actor} bỏ bản nháp của thủ tục {id}',
    en: '{actor} dropped the draft of procedure {id}',
  },
  PROCEDURE_DRAFT_PUBLISHED: {
    vi: '{actor} ban hành bản nháp của thủ tục {id}',
    en: '{actor} published the draft of procedure {id}',
  },
  PROCEDURE_DRAFT_SAVED: {
    vi: '{actor} lưu bản nháp của thủ tục {id}',
    en: '{actor} saved the draft of procedure {id}',
  },
  PROCEDURE_FORCE_CHANGED: {
    vi: '{actor} nhập thay đổi hiệu lực của thủ tục {id} theo quyết định',
    en: '{actor} entered what a decision says of procedure {id} being in force',
  },
  PROCEDURE_SAVED: { vi: '{actor} lưu thủ tục {id}', en: '{actor} saved procedure {id}' },
  PROCEDURE_UNDONE: {
    vi: '{actor} hoàn tác một bước đã sửa thủ tục {id}',
    en: '{actor} undid a step on procedure {id}',
  },
  RECOVERY_CODES_MADE: {
    vi: '{actor} tạo mã dự phòng cho tài khoản {id}: {count} mã',
    en: '{actor} made recovery codes for account {id}: {count} of them',
  },
  ROWS_DISCARDED: {
    vi: '{actor} bỏ các dòng lỗi của lần nhập {id}: {count} dòng',
    en: '{actor} put the bad rows of import {id} aside: {count} rows',
  },
  ROWS_RETRIED: {
    vi: '{actor} thử lại các dòng lỗi: {received} dòng, {rejected} dòng vẫn lỗi',
    en: '{actor} tried bad rows again: {received} rows, {rejected} still bad',
  },
  ROW_MENDED: { vi: '{actor} sửa dòng lỗi {id}', en: '{actor} mended bad row {id}' },
  SECOND_FACTOR_OFFERED: {
    vi: '{actor} bắt đầu thiết lập lớp xác thực thứ hai của tài khoản {id}',
    en: '{actor} began to set up the second factor of account {id}',
  },
  SECOND_FACTOR_REMOVED: {
    vi: '{actor} gỡ lớp xác thực thứ hai của tài khoản {id}',
    en: '{actor} removed the second factor of account {id}',
  },
  SECOND_FACTOR_SET: {
    vi: '{actor} đặt lớp xác thực thứ hai của tài khoản {id}',
    en: '{actor} set up the second factor of account {id}',
  },
  SESSION_ENDED: { vi: '{actor} kết thúc phiên {id}', en: '{actor} ended session {id}' },
  SIGNED_IN: { vi: '{actor} đăng nhập', en: '{actor} signed in' },
  SIGNED_OUT: { vi: '{actor} đăng xuất', en: '{actor} signed out' },
  SIGN_IN_REFUSED: { vi: 'Một lần đăng nhập bị từ chối', en: 'A sign-in was refused' },
  DOSSIER_IDENTITY_DECIDED: {
    vi: '{actor} quyết định về hồ sơ {id}: {kind}',
    en: '{actor} decided which dossier is which ({id}): {kind}',
  },
  DOSSIER_SOURCE_PULL_SET: {
    vi: '{actor} đặt cách lấy dữ liệu của nguồn hồ sơ {id}',
    en: '{actor} set how source of dossiers {id} is fetched from',
  },
  DOSSIER_SOURCE_REPLAYED: {
    vi: '{actor} cho đọc lại nguồn hồ sơ {id}',
    en: '{actor} set back the reading of source of dossiers {id}',
  },
  DOSSIER_SOURCE_RUN_ASKED: {
    vi: '{actor} cho đọc ngay nguồn hồ sơ {id}',
    en: '{actor} asked for a reading of source of dossiers {id}',
  },
  DOSSIER_SOURCE_STOPPED: {
    vi: '{actor} dừng lượt đọc nguồn hồ sơ {id}',
    en: '{actor} stopped the reading of source of dossiers {id}',
  },
  DOSSIER_SOURCE_READ: {
    vi: '{actor} đọc nguồn hồ sơ {id}: {result}',
    en: '{actor} read source of dossiers {id}: {result}',
  },
  DOSSIER_SOURCE_REMOVED: { vi: '{actor} bỏ nguồn hồ sơ {id}', en: '{actor} removed source of dossiers {id}' },
  DOSSIER_SOURCE_SAVED: { vi: '{actor} lưu nguồn hồ sơ {id}', en: '{actor} saved source of dossiers {id}' },
  SOURCE_CODES_SET: {
    vi: '{actor} đặt bảng mã của nguồn hồ sơ {id}: {count} mã',
    en: '{actor} set the codes of source of dossiers {id}: {count} codes',
  },
  SOURCE_PULLED: { vi: '{actor} lấy dữ liệu từ nguồn {id}: {result}', en: '{actor} read source {id}: {result}' },
  SOURCE_REMOVED: { vi: '{actor} bỏ nguồn dữ liệu {id}', en: '{actor} removed source {id}' },
  SOURCE_SAVED: { vi: '{actor} lưu nguồn dữ liệu {id}', en: '{actor} saved source {id}' },
  TARGET_ACKNOWLEDGED: {
    vi: '{unit} xác nhận đã nhận chỉ tiêu {percent} của bản giao {id} ({actor})',
    en: '{unit} took note of the target {percent} in plan {id} ({actor})',
  },
  TARGETS_CASCADED: {
    vi: '{actor} phân bổ chỉ tiêu trong bản giao {id}',
    en: '{actor} cascaded the targets of plan {id}',
  },
  TARGETS_CLEARED: { vi: '{actor} xóa chỉ tiêu trong bản giao {id}', en: '{actor} cleared targets of plan {id}' },
  TARGETS_COPIED: {
    vi: '{actor} chép chỉ tiêu của một bản giao trước vào bản giao {id}',
    en: '{actor} copied the targets of an earlier plan into plan {id}',
  },
  TARGETS_SET: { vi: '{actor} đặt chỉ tiêu trong bản giao {id}', en: '{actor} set targets of plan {id}' },
  TOKEN_MADE: { vi: '{actor} tạo mã truy cập {id}', en: '{actor} made token {id}' },
  TOKEN_REVOKED: { vi: '{actor} thu hồi mã truy cập {id}', en: '{actor} revoked token {id}' },
  TOKEN_ROTATED: { vi: '{actor} thay mã truy cập {id}', en: '{actor} rotated token {id}' },
  VIEW_CHANGED: { vi: '{actor} sửa khung nhìn dùng chung {id}', en: '{actor} changed shared view {id}' },
  VIEW_SHARED: { vi: '{actor} chia sẻ khung nhìn {id} với mọi người', en: '{actor} shared view {id} with everybody' },
  VIEW_WITHDRAWN: { vi: '{actor} thôi chia sẻ khung nhìn {id}', en: '{actor} stopped sharing view {id}' },
} as const satisfies Record<string, { vi: string; en: string }>;

/** What was done. */
export type Act = keyof typeof ACTS;
