/** What is done about inspections. */
export const INSPECTION_ACTS_SAID = {
  CHECKLIST_SAVED: {
    vi: '{actor} lưu danh mục kiểm tra {id}: bản {version}',
    en: '{actor} saved checklist {id}: version {version}',
  },
  FINDING_CONFIRMED: {
    vi: '{actor} xác nhận đã khắc phục tồn tại {finding} của cuộc kiểm tra số {id}',
    en: '{actor} confirmed that finding {finding} of inspection {id} is remedied',
  },
  FINDING_NOTED: {
    vi: '{actor} ghi thêm về tồn tại {finding} của cuộc kiểm tra số {id}',
    en: '{actor} said more of finding {finding} of inspection {id}',
  },
  FINDING_RECORDED: {
    vi: '{actor} ghi tồn tại {finding} của cuộc kiểm tra số {id}, hạn khắc phục {dueOn}',
    en: '{actor} recorded finding {finding} of inspection {id}, to be remedied by {dueOn}',
  },
  FINDING_REFUSED: {
    vi: '{actor} chưa chấp nhận việc khắc phục tồn tại {finding} của cuộc kiểm tra số {id}',
    en: '{actor} refused the remedy of finding {finding} of inspection {id}',
  },
  FINDING_REMEDIED: {
    vi: '{actor} báo đã khắc phục tồn tại {finding} của cuộc kiểm tra số {id}',
    en: '{actor} said that finding {finding} of inspection {id} is remedied',
  },
  FINDING_WITHDRAWN: {
    vi: '{actor} rút tồn tại {finding} của cuộc kiểm tra số {id}',
    en: '{actor} took back finding {finding} of inspection {id}',
  },
  INSPECTION_ANNOUNCED: { vi: '{actor} thông báo cuộc kiểm tra số {id}', en: '{actor} announced inspection {id}' },
  INSPECTION_BEGUN: { vi: '{actor} bắt đầu cuộc kiểm tra số {id}', en: '{actor} began inspection {id}' },
  INSPECTION_CANCELLED: { vi: '{actor} hủy cuộc kiểm tra số {id}', en: '{actor} called off inspection {id}' },
  INSPECTION_CHANGED: {
    vi: '{actor} sửa kế hoạch cuộc kiểm tra số {id}',
    en: '{actor} changed the plan of inspection {id}',
  },
  INSPECTION_CONCLUDED: { vi: '{actor} kết luận cuộc kiểm tra số {id}', en: '{actor} concluded inspection {id}' },
  INSPECTION_ITEM_ANSWERED: {
    vi: '{actor} ghi kết quả nội dung {item} của cuộc kiểm tra số {id}',
    en: '{actor} answered item {item} of inspection {id}',
  },
  INSPECTION_MINUTES_MADE: {
    vi: '{actor} lập biên bản {reference} của cuộc kiểm tra số {id}',
    en: '{actor} made out minutes {reference} of inspection {id}',
  },
  INSPECTION_PLANNED: { vi: '{actor} lập kế hoạch cuộc kiểm tra số {id}', en: '{actor} planned inspection {id}' },
  SAMPLE_DRAWN: {
    vi: '{actor} rút mẫu {sample} của cuộc kiểm tra số {id}: {size} hồ sơ',
    en: '{actor} drew sample {sample} of inspection {id}: {size} dossiers',
  },
  SAMPLE_JUDGED: {
    vi: '{actor} ghi kết quả hồ sơ thứ {place} trong mẫu {sample} của cuộc kiểm tra số {id}',
    en: '{actor} judged dossier {place} in sample {sample} of inspection {id}',
  },
  SAMPLE_SEALED: {
    vi: '{actor} niêm danh sách rút mẫu {sample} của cuộc kiểm tra số {id}: {frameSize} hồ sơ',
    en: '{actor} sealed the list of sample {sample} of inspection {id}: {frameSize} dossiers',
  },
} as const satisfies Record<string, { vi: string; en: string }>;
