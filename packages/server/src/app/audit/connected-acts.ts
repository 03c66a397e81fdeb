/** What is done about connected systems. */
export const CONNECTED_ACTS_SAID = {
  INCIDENT_CLOSED: {
    vi: '{actor} đóng sự cố an toàn thông tin số {incident} của hệ thống {id}',
    en: '{actor} closed security incident {incident} of system {id}',
  },
  INCIDENT_LEVEL_CHANGED: {
    vi: '{actor} phân loại lại sự cố an toàn thông tin số {incident} của hệ thống {id}: {level}',
    en: '{actor} changed the level of security incident {incident} of system {id}: {level}',
  },
  INCIDENT_MEASURE: {
    vi: '{actor} ghi biện pháp xử lý sự cố an toàn thông tin số {incident} của hệ thống {id}',
    en: '{actor} recorded a measure about security incident {incident} of system {id}',
  },
  INCIDENT_NOTED: {
    vi: '{actor} ghi thêm về sự cố an toàn thông tin số {incident} của hệ thống {id}',
    en: '{actor} said more of security incident {incident} of system {id}',
  },
  INCIDENT_RECORDED: {
    vi: '{actor} ghi sự cố an toàn thông tin số {incident} của hệ thống {id}: {level}',
    en: '{actor} recorded security incident {incident} of system {id}: {level}',
  },
  INCIDENT_REOPENED: {
    vi: '{actor} mở lại sự cố an toàn thông tin số {incident} của hệ thống {id}',
    en: '{actor} opened security incident {incident} of system {id} again',
  },
  INCIDENT_REPORTED: {
    vi: '{actor} ghi việc báo cáo sự cố an toàn thông tin số {incident} của hệ thống {id}',
    en: '{actor} recorded that security incident {incident} of system {id} was reported',
  },
  MAINTENANCE_PLANNED: {
    vi: '{actor} báo lịch bảo trì hệ thống {id} từ {begunAt}',
    en: '{actor} planned maintenance of system {id} from {begunAt}',
  },
  OUTAGE_DECLARED: {
    vi: '{actor} ghi gián đoạn của hệ thống {id} từ {begunAt}',
    en: '{actor} recorded an outage of system {id} from {begunAt}',
  },
  OUTAGE_ENDED: {
    vi: '{actor} ghi hết gián đoạn số {outage} của hệ thống {id}',
    en: '{actor} ended outage {outage} of system {id}',
  },
  OUTAGE_EXPLAINED: {
    vi: '{actor} ghi nguyên nhân gián đoạn số {outage} của hệ thống {id}',
    en: '{actor} said why outage {outage} of system {id} was',
  },
  OUTAGE_WITHDRAWN: {
    vi: '{actor} rút gián đoạn số {outage} của hệ thống {id}',
    en: '{actor} took back outage {outage} of system {id}',
  },
  SYSTEM_LOOKED_AT: {
    vi: '{actor} yêu cầu kiểm tra ngay hệ thống {id}',
    en: '{actor} asked for a check of system {id} at once',
  },
  SYSTEM_REMOVED: { vi: '{actor} bỏ hệ thống kết nối {id}', en: '{actor} removed connected system {id}' },
  SYSTEM_SAVED: { vi: '{actor} lưu hệ thống kết nối {id}', en: '{actor} saved connected system {id}' },
} as const satisfies Record<string, { vi: string; en: string }>;
