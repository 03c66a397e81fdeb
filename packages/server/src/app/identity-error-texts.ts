import { text } from './error-text.ts';

/** Texts of errors about which dossier is which. */
export const IDENTITY_ERROR_TEXTS = {
  'identity.isDeleted': text(
    'Hồ sơ đã xoá khỏi số liệu: khôi phục trước.',
    'The dossier is deleted: restore it first.',
  ),
  'identity.isMerged': text(
    'Hồ sơ đã gộp vào hồ sơ khác: tách ra trước.',
    'The dossier was merged into another one: split it first.',
  ),
  'identity.isSplit': text(
    'Dòng của nguồn này đã tách thành hồ sơ riêng.',
    'Rows of this source are a dossier of their own already.',
  ),
  'identity.itself': text('Không thể gộp hồ sơ vào chính nó.', 'A dossier cannot be merged into itself.'),
  'identity.notDeleted': text('Hồ sơ này không bị xoá.', 'This dossier is not deleted.'),
  'identity.notMerged': text(
    'Hồ sơ này chưa gộp vào đâu: hãy chọn nguồn cần tách.',
    'This dossier was not merged: choose the source to split off.',
  ),
  'identity.onlySource': text(
    'Ngoài nguồn này không ai khác gửi mã hồ sơ này: không có gì để tách.',
    'Nobody but this source sends this code: there is nothing to split.',
  ),
  'identity.saysNothing': text('Nguồn này không gửi mã hồ sơ này.', 'This source does not send this code.'),
  'identity.unknown': text('Không có hồ sơ mang mã này.', 'There is no dossier with this code.'),
  'identity.unknownOther': text(
    'Không có hồ sơ mang mã này trong phạm vi của bạn.',
    'There is no dossier with this code within your reach.',
  ),
} as const;
