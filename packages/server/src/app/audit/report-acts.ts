/** What is done about reports to the chairman. */
export const REPORT_ACTS_SAID = {
  REPORT_APPROVED: {
    vi: '{actor} duyệt báo cáo kỳ {from} – {to}',
    en: '{actor} approved the report of {from} – {to}',
  },
  REPORT_DELIVERED: {
    vi: '{actor} gửi báo cáo {reference} tới {units} đơn vị',
    en: '{actor} delivered the report {reference} to {units} units',
  },
  REPORT_DRAWN: {
    vi: '{actor} lập báo cáo kỳ {from} – {to} của {indicator}: {figures} số liệu',
    en: '{actor} drew up the report of {from} – {to} of {indicator} with {figures} figures',
  },
  REPORT_GIVEN_UP: {
    vi: '{actor} bỏ dự thảo báo cáo kỳ {from} – {to}',
    en: '{actor} gave up the draft of the report of {from} – {to}',
  },
  REPORT_PUBLISHED: {
    vi: '{actor} ban hành báo cáo kỳ {from} – {to}, mã {reference}',
    en: '{actor} published the report of {from} – {to} as {reference}',
  },
  REPORT_RECEIVED: {
    vi: '{actor} xác nhận đơn vị {unit} đã nhận báo cáo',
    en: '{actor} took note of the report for {unit}',
  },
  REPORT_REDRAWN: {
    vi: '{actor} lấy lại số liệu cho báo cáo kỳ {from} – {to}: {changed} đơn vị khác trước',
    en: '{actor} renewed the figures of the report of {from} – {to}: {changed} units differ',
  },
  REPORT_REPLACED: {
    vi: '{actor} thay thế báo cáo kỳ {from} – {to} bằng báo cáo {reference}',
    en: '{actor} replaced the report of {from} – {to} by {reference}',
  },
  REPORT_REPLACEMENT_DRAWN: {
    vi: '{actor} lập báo cáo thay thế báo cáo {replaces} kỳ {from} – {to} của {indicator}: {figures} số liệu',
    en: '{actor} drew up a report to replace {replaces} of {from} – {to} of {indicator} with {figures} figures',
  },
  REPORT_RETURNED: {
    vi: '{actor} trả lại báo cáo kỳ {from} – {to}',
    en: '{actor} returned the report of {from} – {to}',
  },
  REPORT_SCHEDULE_DELETED: {
    vi: '{actor} xóa lịch lập báo cáo {id}',
    en: '{actor} deleted the schedule of reports {id}',
  },
  REPORT_SCHEDULE_SAVED: {
    vi: '{actor} lưu lịch lập báo cáo {id}: {daysAfter} ngày sau kỳ, bật: {active}',
    en: '{actor} saved the schedule of reports {id}: {daysAfter} days after the period, on: {active}',
  },
  REPORT_SUBMITTED: {
    vi: '{actor} trình báo cáo kỳ {from} – {to}',
    en: '{actor} submitted the report of {from} – {to}',
  },
  REPORT_TEMPLATE_SAVED: {
    vi: '{actor} lưu mẫu báo cáo {id}, phiên bản {version}',
    en: '{actor} saved the words of reports {id}, version {version}',
  },
  REPORT_WITHDRAWN: {
    vi: '{actor} rút lại báo cáo kỳ {from} – {to}',
    en: '{actor} took back the report of {from} – {to}',
  },
  REPORT_WORDED: {
    vi: '{actor} sửa câu chữ của báo cáo kỳ {from} – {to}',
    en: '{actor} worded the report of {from} – {to}',
  },
} as const satisfies Record<string, { vi: string; en: string }>;
