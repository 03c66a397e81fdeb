/** Texts of errors about inspections. */
export const INSPECTION_ERROR_TEXTS = {
  'checklist.changed': {
    vi: 'Có người vừa lưu bản khác của danh mục này. Hãy xem lại rồi lưu.',
    en: 'Somebody saved another version of this checklist meanwhile. Look again, then save.',
  },
  'checklist.code': {
    vi: 'Mã danh mục gồm chữ A đến Z, số, dấu - và _, tối đa 30 ký tự.',
    en: 'A code has letters A to Z, digits, - and _, 30 at most.',
  },
  'checklist.empty': { vi: 'Danh mục phải có ít nhất một nội dung.', en: 'A checklist has at least one item.' },
  'checklist.key': {
    vi: 'Mã nội dung gồm chữ A đến Z, số, dấu - và _, tối đa 20 ký tự.',
    en: 'A key has letters A to Z, digits, - and _, 20 at most.',
  },
  'checklist.noItem': { vi: 'Danh mục không có nội dung này.', en: 'The checklist has no such item.' },
  'checklist.text': {
    vi: 'Nội dung kiểm tra phải có từ 1 đến 500 ký tự, gợi ý tối đa 500 ký tự.',
    en: 'An item has 1 to 500 characters, a hint at most 500.',
  },
  'checklist.twice': { vi: 'Mã nội dung này đã có ở trên.', en: 'This key is there already.' },
  'checklist.unknown': { vi: 'Không có danh mục {code}.', en: 'There is no checklist {code}.' },
  'finding.changed': {
    vi: 'Có người vừa làm một bước với tồn tại này. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody took a step about this finding meanwhile. Look again, then go on.',
  },
  'finding.dueBefore': {
    vi: 'Hạn khắc phục không được trước ngày bắt đầu kiểm tra ({day}).',
    en: 'The deadline is not before the inspection begins ({day}).',
  },
  'finding.dueFar': {
    vi: 'Hạn khắc phục muộn nhất có thể chọn là {last}.',
    en: 'The deadline is {last} at the latest.',
  },
  'finding.dueOfRefusal': {
    vi: 'Chỉ đặt hạn mới khi chưa chấp nhận kết quả khắc phục.',
    en: 'A new deadline is set by a refusal alone.',
  },
  'finding.state': {
    vi: 'Ở trạng thái hiện nay của tồn tại không làm được việc này.',
    en: 'As the finding stands now this cannot be done.',
  },
  'finding.teamOnly': {
    vi: 'Chỉ ghi chú mới dành riêng được cho đoàn: bước này đơn vị đọc được.',
    en: 'A note alone is for the team: the unit reads this step.',
  },
  'inspection.answered': {
    vi: 'Có người vừa ghi kết quả khác ở đây. Hãy xem lại rồi ghi.',
    en: 'Somebody wrote another result here meanwhile. Look again, then write.',
  },
  'inspection.changed': {
    vi: 'Có người vừa sửa hoặc chuyển bước cuộc kiểm tra này. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody changed this inspection or moved it on meanwhile. Look again, then go on.',
  },
  'inspection.dayFar': {
    vi: 'Ngày phải trong khoảng từ {first} đến {last}.',
    en: 'The day lies between {first} and {last}.',
  },
  'inspection.days': {
    vi: 'Ngày kết thúc không được trước ngày bắt đầu.',
    en: 'The last day is not before the first.',
  },
  'inspection.decidedLate': {
    vi: 'Quyết định kiểm tra không được ký sau ngày kết thúc kiểm tra.',
    en: 'The decision is not of a day after the last one of the inspection.',
  },
  'inspection.decision': {
    vi: 'Hãy ghi cả số và ngày của quyết định, hoặc để trống cả hai.',
    en: 'Give both number and day of the decision, or neither.',
  },
  'inspection.early': {
    vi: 'Chưa đến ngày bắt đầu kiểm tra ({day}).',
    en: 'It begins on {day} and not before.',
  },
  'inspection.ended': {
    vi: 'Đơn vị {code} đã sắp xếp lại: hãy chọn đơn vị kế thừa.',
    en: 'The unit {code} has ended: name the one that succeeded it.',
  },
  'inspection.leadOfTeam': { vi: 'Trưởng đoàn phải là người trong đoàn.', en: 'Who leads the team is one of it.' },
  'inspection.manyFiles': {
    vi: 'Đã gửi {most} tệp chưa đính kèm vào đâu. Hãy đính kèm các tệp đó, hoặc chờ một ngày.',
    en: '{most} files were sent that are attached to nothing: attach them, or wait a day.',
  },
  'inspection.memberOfUnit': {
    vi: '{name} là người của {unit}: không kiểm tra đơn vị của chính mình.',
    en: '{name} speaks for {unit}: nobody inspects their own unit.',
  },
  'inspection.memberRight': {
    vi: '{name} chưa có quyền kiểm tra {unit}: cần được cấp vai trò theo dõi, lập kế hoạch hoặc phê duyệt ở đó.',
    en: '{name} may not inspect {unit}: a role of monitor, planner or approver is needed there.',
  },
  'inspection.memberUnfit': {
    vi: 'Không có tài khoản này, hoặc người này không tham gia đoàn kiểm tra các đơn vị đã chọn được.',
    en: 'There is no such account, or it may not be in a team for these units.',
  },
  'inspection.noHands': {
    vi: 'Không còn ai trong đoàn được kiểm tra đơn vị {code}: hãy cấp lại quyền, hoặc hủy và lập kế hoạch khác.',
    en: 'Nobody of the team may inspect the unit {code} any more: give the right again, or call it off and plan anew.',
  },
  'inspection.noUnits': { vi: 'Hãy chọn ít nhất một đơn vị được kiểm tra.', en: 'Name at least one unit.' },
  'inspection.notBelow': {
    vi: 'Đơn vị {code} không thuộc đơn vị tiến hành kiểm tra.',
    en: 'The unit {code} is not below the one that leads.',
  },
  'inspection.notDecided': {
    vi: 'Quyết định kiểm tra ký ngày {day}, sau hôm nay: chưa thông báo được.',
    en: 'The decision is of {day}, which is still to come.',
  },
  'inspection.notOfIt': {
    vi: 'Đơn vị này không thuộc cuộc kiểm tra.',
    en: 'This unit is none of the inspection.',
  },
  'inspection.notUnderWay': {
    vi: 'Chỉ làm được việc này khi đang kiểm tra.',
    en: 'This is done while the inspection is under way.',
  },
  'inspection.state': {
    vi: 'Ở trạng thái hiện nay không làm được việc này.',
    en: 'As it stands now this cannot be done.',
  },
  'inspection.told': {
    vi: 'Đã thông báo cho đơn vị: không sửa kế hoạch được nữa.',
    en: 'Its units were told: it is not planned otherwise any more.',
  },
  'inspection.undecided': {
    vi: 'Hãy ghi số và ngày của quyết định kiểm tra trước khi thông báo.',
    en: 'Give number and day of the decision before it is announced.',
  },
  'inspection.unknown': { vi: 'Không có cuộc kiểm tra này.', en: 'There is no such inspection.' },
  'sample.drawnAlready': {
    vi: 'Danh sách này đã rút mẫu. Muốn rút lại, hãy nêu lý do.',
    en: 'A sample of this list was drawn already. To draw again, say why.',
  },
  'sample.empty': { vi: 'Danh sách không có hồ sơ nào.', en: 'There are no dossiers in this list.' },
  'sample.few': { vi: 'Danh sách chỉ có {count} hồ sơ.', en: 'There are only {count} dossiers in this list.' },
  'sample.long': {
    vi: 'Danh sách có hơn {most} hồ sơ: hãy chọn kỳ ngắn hơn.',
    en: 'There are more than {most} dossiers in this list: choose a shorter period.',
  },
  'sample.noPlace': { vi: 'Mẫu không có hồ sơ này.', en: 'The sample has no such dossier.' },
  'sample.note': { vi: 'Hãy ghi rõ sai lệch ở đâu.', en: 'Say what differs.' },
  'sample.replaced': {
    vi: 'Mẫu này đã được rút lại bằng mẫu khác.',
    en: 'Another sample was drawn in its place.',
  },
  'sample.seeded': { vi: 'Mẫu này đã rút.', en: 'This sample was drawn already.' },
  'sample.size': { vi: 'Cỡ mẫu từ 1 đến {most}.', en: 'A sample has 1 to {most} dossiers.' },
} as const;
