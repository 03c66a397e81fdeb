/** What is done about difficulties. */
export const DIFFICULTY_ACTS_SAID = {
  DIFFICULTY_ANSWERED: { vi: '{actor} trả lời khó khăn số {id}', en: '{actor} answered difficulty {id}' },
  DIFFICULTY_CLOSED: { vi: '{actor} kết thúc khó khăn số {id}', en: '{actor} closed difficulty {id}' },
  DIFFICULTY_JOINED: {
    vi: '{actor} gộp khó khăn số {id} vào số {joinedTo}',
    en: '{actor} joined difficulty {id} to number {joinedTo}',
  },
  DIFFICULTY_NOTED: { vi: '{actor} nói thêm về khó khăn số {id}', en: '{actor} said more of difficulty {id}' },
  DIFFICULTY_PARTED: {
    vi: '{actor} tách khó khăn số {id} khỏi số {joinedTo}',
    en: '{actor} parted difficulty {id} from number {joinedTo}',
  },
  DIFFICULTY_REOPENED: { vi: '{actor} mở lại khó khăn số {id}', en: '{actor} opened difficulty {id} again' },
  DIFFICULTY_REPORTED: { vi: '{actor} báo khó khăn số {id}', en: '{actor} reported difficulty {id}' },
  DIFFICULTY_TAKEN: {
    vi: '{actor} giao trả lời khó khăn số {id} cho {owner}',
    en: '{actor} gave difficulty {id} to {owner}',
  },
} as const satisfies Record<string, { vi: string; en: string }>;
