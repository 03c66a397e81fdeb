export const delegation = {
  'delegation.add': 'Ủy quyền cho người khác',
  'delegation.addBody':
    'Người được ủy quyền làm thay bạn từ ngày đầu đến hết ngày cuối. Quyền này không ủy quyền tiếp được, và hết hiệu lực ngay khi quyền của bạn hết.',
  'delegation.body':
    'Khi vắng mặt, bạn có thể giao một quyền của mình cho người cùng đơn vị trong một thời gian. Mọi việc họ làm vẫn ghi tên họ.',
  'delegation.chosen': 'Sẽ ủy quyền cho {name}',
  'delegation.dayWanted': 'Hãy gõ ngày.',
  'delegation.deputy': 'Người được ủy quyền',
  'delegation.deputyHint': 'Gõ họ tên hoặc tên đăng nhập; chỉ người thuộc đơn vị của quyền này.',
  'delegation.deputyWanted': 'Hãy chọn một người trong danh sách gợi ý.',
  'delegation.done': 'Đã ủy quyền cho {name}.',
  'delegation.grant': 'Quyền',
  'delegation.hasEnded': 'Đã hết hạn',
  'delegation.made': 'Tôi đã ủy quyền',
  'delegation.noneMade': 'Bạn chưa ủy quyền cho ai',
  'delegation.noneOwn':
    'Bạn chưa có quyền nào của riêng mình để ủy quyền. Quyền được người khác ủy quyền thì không giao tiếp được.',
  'delegation.noneReceived': 'Chưa ai ủy quyền cho bạn',
  'delegation.notYet': 'Chưa bắt đầu',
  'delegation.received': 'Tôi được ủy quyền',
  'delegation.revoke': 'Thu hồi ủy quyền cho {name}',
  'delegation.revokeBody': '{name} sẽ không còn làm thay bạn được nữa, kể từ bây giờ.',
  'delegation.revoked': 'Đã thu hồi ủy quyền.',
  'delegation.title': 'Ủy quyền',
  'delegation.toHint': 'Ngày cuối cùng còn hiệu lực.',
} as const;
