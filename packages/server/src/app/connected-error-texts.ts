/** Texts of errors about connected systems. */
export const CONNECTED_ERROR_TEXTS = {
  'system.address': {
    vi: 'Địa chỉ phải bắt đầu bằng https:// hoặc http://, tối đa {most} ký tự.',
    en: 'An address begins with https:// or http:// and has {most} characters at most.',
  },
  'system.addressPassword': {
    vi: 'Địa chỉ không được chứa tên đăng nhập, mật khẩu.',
    en: 'An address holds no user and no password.',
  },
  'system.addressSecret': {
    vi: 'Phần sau dấu ? hoặc # của địa chỉ giống khóa, mã bí mật: hãy dùng trang mở không cần khóa.',
    en: 'What follows ? or # in the address looks like a key or secret: give a page that opens without one.',
  },
  'system.changed': {
    vi: 'Có người vừa sửa ở đây. Hãy xem lại rồi làm tiếp.',
    en: 'Somebody changed this meanwhile. Look again, then go on.',
  },
  'system.days': { vi: 'Xem nhiều nhất {most} ngày một lần.', en: 'At most {most} days are told at once.' },
  'system.gone': { vi: 'Hệ thống này đã bị bỏ.', en: 'This system was removed.' },
  'system.incidentAct': {
    vi: 'Ở trạng thái hiện nay của sự cố không làm được việc này.',
    en: 'As the incident stands now this cannot be done.',
  },
  'system.incidentOrder': {
    vi: 'Lúc xảy ra không được sau lúc phát hiện.',
    en: 'An incident does not happen after it was noticed.',
  },
  'system.incidentTime': { vi: 'Lúc phát hiện phải là lúc đã qua.', en: 'The time of noticing lies in the past.' },
  'system.kind': { vi: 'Không có loại hệ thống này.', en: 'There is no such kind of system.' },
  'system.level': {
    vi: 'Cấp độ an toàn hệ thống thông tin từ 1 đến 5.',
    en: 'Security levels of information systems are 1 to 5.',
  },
  'system.maintenanceEnds': {
    vi: 'Bảo trì phải có giờ kết thúc dự kiến.',
    en: 'Maintenance has a time at which it is to end.',
  },
  'system.maintenanceOver': {
    vi: 'Bảo trì đã hết giờ dự kiến thì không kéo dài thêm được (cho phép ghi chậm {minutes} phút). Phần quá giờ ghi là gián đoạn được báo.',
    en: 'Maintenance whose time is over goes on no longer ({minutes} minutes are left for typing). What came after it is a reported outage.',
  },
  'system.maintenancePast': {
    vi: 'Bảo trì phải được ghi trước khi bắt đầu (cho phép ghi chậm {minutes} phút). Việc đã qua ghi là gián đoạn được báo, lý do bảo trì.',
    en: 'Maintenance is planned before it begins ({minutes} minutes are left for typing). What has passed is a reported outage with maintenance as its reason.',
  },
  'system.name': {
    vi: 'Đã có hệ thống kết nối tên này.',
    en: 'There is a connected system of this name already.',
  },
  'system.nameLength': { vi: 'Tên phải có từ 1 đến {most} ký tự.', en: 'A name has 1 to {most} characters.' },
  'system.noAddress': { vi: 'Phải có địa chỉ mới kiểm tra được.', en: 'Without an address nothing can be checked.' },
  'system.noIncident': { vi: 'Không có sự cố này.', en: 'There is no such incident.' },
  'system.noOutage': { vi: 'Không có lần gián đoạn này.', en: 'There is no such outage.' },
  'system.notChecked': {
    vi: 'Hệ thống này chưa bật kiểm tra.',
    en: 'Checks of this system are not switched on.',
  },
  'system.outageAhead': {
    vi: 'Giờ này chưa tới. Gián đoạn được báo phải đã bắt đầu; việc sắp tới ghi là bảo trì có lịch.',
    en: 'That is still to come. What was reported has begun; what is to come is planned maintenance.',
  },
  'system.outageEnds': {
    vi: 'Giờ hết gián đoạn không được ở tương lai; bảo trì kéo dài nhiều nhất một năm.',
    en: 'What ended did so in the past; maintenance lasts a year at most.',
  },
  'system.outageFar': {
    vi: 'Giờ bắt đầu cách nay quá một năm.',
    en: 'It begins more than a year from now, or began more than a year ago.',
  },
  'system.outageFound': {
    vi: 'Gián đoạn do máy kiểm tra phát hiện tự hết khi hệ thống trả lời lại.',
    en: 'What the checks have found ends by itself once the system answers again.',
  },
  'system.outageLasts': {
    vi: 'Gián đoạn đang kéo dài thì chưa rút được.',
    en: 'What still lasts cannot be taken back.',
  },
  'system.outageOrder': { vi: 'Giờ kết thúc phải sau giờ bắt đầu.', en: 'It ends after it begins.' },
  'system.private': {
    vi: 'Địa chỉ thuộc mạng nội bộ, phần mềm chưa được phép gọi tới. Hãy để trống địa chỉ, hoặc nhờ người cài đặt phần mềm cho phép rồi thêm lại.',
    en: 'The address is in a private network, which the software may not call. Leave it out, or ask whoever installed the software to allow it.',
  },
  'system.sameLevel': { vi: 'Hãy chọn mức khác mức hiện nay.', en: 'Choose another level than it has.' },
  'system.sources': { vi: 'Nhiều nhất {most} nguồn.', en: 'At most {most} sources.' },
  'system.status': { vi: 'Mã trả lời từ {least} đến {most}.', en: 'A status is {least} to {most}.' },
  'system.stepAhead': { vi: 'Thời điểm không được ở tương lai.', en: 'The time does not lie in the future.' },
  'system.stepTime': {
    vi: 'Thời điểm không được trước việc đã ghi lúc {at}.',
    en: 'The time does not lie before what was done at {at}.',
  },
  'system.stillBoth': {
    vi: 'Chưa bỏ được: còn sự cố đang xử lý (phát hiện {incidents}) và gián đoạn chưa hết (từ {outages}). Hãy kết thúc sự cố, ghi hết gián đoạn hoặc tắt kiểm tra trước.',
    en: 'Not yet: incidents are open (noticed at {incidents}) and outages last (since {outages}). Close them, end them or switch the checks off first.',
  },
  'system.stillDown': {
    vi: 'Chưa bỏ được: còn gián đoạn, bảo trì chưa hết (từ {outages}). Hãy ghi hết, hoặc tắt kiểm tra trước.',
    en: 'Not yet: outages or maintenance last (since {outages}). End them, or switch the checks off first.',
  },
  'system.stillOpen': {
    vi: 'Chưa bỏ được: còn sự cố đang xử lý (phát hiện {incidents}). Hãy kết thúc sự cố trước.',
    en: 'Not yet: incidents are open (noticed at {incidents}). Close them first.',
  },
  'system.turn': {
    vi: 'Kiểm tra cách nhau từ {least} đến {most} phút.',
    en: 'Checks are {least} to {most} minutes apart.',
  },
  'system.unknown': { vi: 'Không có hệ thống kết nối này.', en: 'There is no such connected system.' },
} as const;
