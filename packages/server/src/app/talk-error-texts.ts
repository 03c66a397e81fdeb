import { text } from './error-text.ts';

/** Texts of errors about what is said and proposed of a plan. */
export const TALK_ERROR_TEXTS = {
  'comment.answer': text(
    'Hãy đóng cả trao đổi, không đóng một câu trả lời.',
    'Settle the thread, not an answer in it.',
  ),
  'comment.elsewhere': text(
    'Chỉ trả lời được ý kiến về cùng bản giao và cùng đơn vị.',
    'Only what is said about the same plan and unit can be answered.',
  ),
  'comment.many': text(
    'Bản giao này đã có {most} ý kiến.',
    '{most} things were said about this plan: no more are taken.',
  ),
  'comment.superseded': text(
    'Bản giao này đã được thay thế: hãy trao đổi ở bản thay thế.',
    'This plan was replaced: say it about the one that replaces it.',
  ),
  'comment.unknown': text('Không có ý kiến này.', 'Nothing like this was said.'),
  'consultation.changed': text(
    'Có người vừa đổi thời hạn lấy ý kiến: hãy xem lại.',
    'Somebody has just changed until when units are asked: look again.',
  ),
  'consultation.far': text('Thời hạn không quá {most} ngày kể từ hôm nay.', 'The day is at most {most} days ahead.'),
  'consultation.over': text('Đã hết thời hạn lấy ý kiến.', 'The time to say something is over.'),
  'consultation.past': text('Ngày {day} đã qua.', '{day} is over.'),
  'consultation.state': text(
    'Chỉ lấy ý kiến khi bản giao là dự thảo hoặc đã trình.',
    'Units are asked while a plan is a draft or submitted.',
  ),
  'counter.answer': text('Không chấp nhận thì cần nêu lý do.', 'A proposal is refused with an answer.'),
  'counter.ended': text('Đề nghị này đã được trả lời hoặc đã rút.', 'This proposal was answered or withdrawn.'),
  'counter.locked': text(
    'Chỉ tiêu này đã khóa: không nhận đề nghị khác.',
    'This target is locked: it takes no proposal.',
  ),
  'counter.note': text(
    'Chỉ ghi nhận đề nghị đối với bản giao đã ban hành.',
    'A proposal is noted of an issued plan alone.',
  ),
  'counter.noTarget': text('Đơn vị này chưa có chỉ tiêu để đề nghị khác.', 'This unit has no target yet.'),
  'counter.open': text(
    'Đơn vị đã có một đề nghị đang chờ trả lời.',
    'A proposal of this unit is waiting for an answer already.',
  ),
  'counter.same': text('Mức đề nghị bằng chỉ tiêu đang có.', 'This is the target that stands there.'),
  'counter.unanswered': text(
    'Còn {count} đề nghị chưa trả lời: cần nêu lý do.',
    '{count} proposals are not answered: a reason is needed.',
  ),
  'counter.unknown': text('Không có đề nghị này.', 'There is no such proposal.'),
  'counter.version': text(
    'Cần cho biết phiên bản bản giao đã xem.',
    'The version of the plan that was seen is needed.',
  ),
  'said.citizen': text(
    'Có dãy số giống số điện thoại hoặc số căn cước: hãy bỏ đi, không ghi thông tin của người dân.',
    'There is what looks like the number of a telephone or identity card: leave it out, nothing of citizens is kept here.',
  ),
  'said.dossier': text(
    'Có mã hồ sơ: hãy bỏ đi, ở đây chỉ bàn về chỉ tiêu.',
    'There is the code of a dossier: leave it out, this is about targets.',
  ),
  'said.empty': text('Hãy viết nội dung.', 'Write something.'),
  'said.long': text('Nội dung dài quá {most} ký tự.', 'A text has at most {most} characters.'),
} as const;
