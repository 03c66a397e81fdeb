/** What is done about guidance, measures and directions. */
export const MATTER_ACTS_SAID = {
  DIRECTION_ENTERED: {
    vi: '{actor} nhập chỉ đạo số {id}: {units} đơn vị, hạn {dueOn}',
    en: '{actor} entered direction {id}: {units} units, due {dueOn}',
  },
  GUIDANCE_ACKNOWLEDGED: {
    vi: '{actor} xác nhận đã nhận hướng dẫn số {id} (bản {edition})',
    en: '{actor} took note of guidance {id} (edition {edition})',
  },
  GUIDANCE_ANSWERED: {
    vi: '{actor} trả lời câu hỏi {question} về hướng dẫn số {id}',
    en: '{actor} answered question {question} about guidance {id}',
  },
  GUIDANCE_ASKED: {
    vi: '{actor} hỏi về hướng dẫn số {id} (câu hỏi {question})',
    en: '{actor} asked about guidance {id} (question {question})',
  },
  GUIDANCE_ISSUED: {
    vi: '{actor} gửi hướng dẫn số {id} đến {units} đơn vị',
    en: '{actor} gave guidance {id} to {units} units',
  },
  GUIDANCE_REISSUED: {
    vi: '{actor} sửa hướng dẫn số {id}: bản {edition}',
    en: '{actor} changed guidance {id}: edition {edition}',
  },
  GUIDANCE_WITHDRAWN: { vi: '{actor} thu hồi hướng dẫn số {id}', en: '{actor} withdrew guidance {id}' },
  MEASURE_BEGUN: { vi: '{actor} bắt đầu giải pháp số {id}', en: '{actor} began measure {id}' },
  MEASURE_CHANGED: { vi: '{actor} sửa giải pháp số {id}', en: '{actor} changed measure {id}' },
  MEASURE_DONE: { vi: '{actor} hoàn thành giải pháp số {id}', en: '{actor} finished measure {id}' },
  MEASURE_GIVEN_UP: { vi: '{actor} thôi thực hiện giải pháp số {id}', en: '{actor} gave up measure {id}' },
  MEASURE_JUDGED: {
    vi: '{actor} đối chiếu giải pháp số {id} với kết quả',
    en: '{actor} held measure {id} against what came',
  },
  MEASURE_NOTED: { vi: '{actor} ghi thêm về giải pháp số {id}', en: '{actor} said more of measure {id}' },
  MEASURE_PLANNED: {
    vi: '{actor} lập giải pháp số {id}, hạn {dueOn}',
    en: '{actor} planned measure {id}, due {dueOn}',
  },
  MEASURE_RESUMED: { vi: '{actor} làm tiếp giải pháp số {id}', en: '{actor} took measure {id} up again' },
  MEASURE_STRUCK: {
    vi: '{actor} gạch bỏ một lần đối chiếu của giải pháp số {id}',
    en: '{actor} struck out a judgement of measure {id}',
  },
  TASK_CALLED_OFF: {
    vi: '{actor} thôi giao nhiệm vụ {task} của chỉ đạo số {id}',
    en: '{actor} called off task {task} of direction {id}',
  },
  TASK_CONFIRMED: {
    vi: '{actor} xác nhận đã xong nhiệm vụ {task} của chỉ đạo số {id}',
    en: '{actor} confirmed that task {task} of direction {id} is done',
  },
  TASK_DONE: {
    vi: '{actor} báo xong nhiệm vụ {task} của chỉ đạo số {id}',
    en: '{actor} said that task {task} of direction {id} is done',
  },
  TASK_EXTENDED: {
    vi: '{actor} gia hạn nhiệm vụ {task} của chỉ đạo số {id} đến {dueOn}',
    en: '{actor} extended task {task} of direction {id} until {dueOn}',
  },
  TASK_NOTED: {
    vi: '{actor} tiếp nhận nhiệm vụ {task} của chỉ đạo số {id}',
    en: '{actor} took note of task {task} of direction {id}',
  },
  TASK_PROGRESS: {
    vi: '{actor} báo tiến độ nhiệm vụ {task} của chỉ đạo số {id}',
    en: '{actor} reported on task {task} of direction {id}',
  },
  TASK_RETURNED: {
    vi: '{actor} trả lại nhiệm vụ {task} của chỉ đạo số {id}',
    en: '{actor} gave task {task} of direction {id} back',
  },
} as const satisfies Record<string, { vi: string; en: string }>;
