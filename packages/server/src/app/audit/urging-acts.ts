/** What is done about urging: reminders, rules, receivers' addresses, messages. */
export const URGING_ACTS_SAID = {
  CONTACT_CONFIRMED: {
    vi: '{actor} xác nhận một địa chỉ nhận của {unit}',
    en: '{actor} confirmed an address of {unit}',
  },
  CONTACT_REMOVED: { vi: '{actor} bỏ một địa chỉ nhận của {unit}', en: '{actor} removed an address of {unit}' },
  CONTACT_SAVED: { vi: '{actor} thêm một địa chỉ nhận của {unit}', en: '{actor} added an address of {unit}' },
  CONTACT_CODE_SENT: { vi: '{actor} gửi lại mã cho địa chỉ của {unit}', en: '{actor} sent another code for {unit}' },
  MESSAGES_SENT_AGAIN: {
    vi: '{actor} gửi lại {count} thư bị từ chối',
    en: '{actor} sent {count} refused messages again',
  },
  MESSAGES_RELEASED: {
    vi: '{actor} xử lý các thư đang giữ lại sau khi khôi phục: {count} thư, {state}',
    en: '{actor} dealt with messages that were held after a restore: {count}, {state}',
  },
  REMINDER_ACKNOWLEDGED: {
    vi: '{actor} xác nhận đã nhận đôn đốc thay {unit}',
    en: '{actor} took note of a reminder for {unit}',
  },
  REMINDER_ANSWERED: { vi: '{actor} trả lời đôn đốc thay {unit}', en: '{actor} answered a reminder for {unit}' },
  REMINDER_CLOSED: { vi: '{actor} kết thúc đôn đốc {unit}: {why}', en: '{actor} closed a reminder of {unit}: {why}' },
  REMINDER_DRAFTED: { vi: '{actor} soạn đôn đốc {unit}: {name}', en: '{actor} drafted a reminder of {unit}: {name}' },
  REMINDER_EDITED: { vi: '{actor} sửa văn bản đôn đốc {unit}', en: '{actor} wrote a letter to {unit}' },
  REMINDER_RAISED: { vi: '{actor} chuyển đôn đốc {unit} lên cấp trên', en: '{actor} raised a reminder of {unit}' },
  REMINDER_REOPENED: { vi: '{actor} mở lại đôn đốc {unit}', en: '{actor} opened a reminder of {unit} again' },
  REMINDER_SENT: { vi: '{actor} gửi đôn đốc cho {unit}', en: '{actor} sent a reminder to {unit}' },
  REMINDER_SNOOZED: {
    vi: '{actor} hoãn đôn đốc {unit} đến hết {day}',
    en: '{actor} put a reminder of {unit} off until {day}',
  },
  URGE_RULE_SAVED: {
    vi: '{actor} lưu quy tắc đôn đốc {name}, bản {version}',
    en: '{actor} saved the rule of urging {name}, version {version}',
  },
  URGE_RULE_SWITCHED: {
    vi: '{actor} bật hoặc tắt quy tắc đôn đốc {name}',
    en: '{actor} switched the rule of urging {name} on or off',
  },
} as const;
