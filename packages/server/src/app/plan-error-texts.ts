import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about plans and their ways (error-texts.ts). */
export const PLAN_ERROR_TEXTS = {
  'plan.amends': text(
    'Chỉ được sửa đổi bản giao đang có hiệu lực của cùng đơn vị, chỉ tiêu và năm.',
    'Only the issued plan of the same issuer, indicator and year can be amended.',
  ),
  'plan.amendsEarlier': text(
    'Ngày hiệu lực không được trước ngày {day} của bản giao được sửa đổi.',
    'It cannot take effect before {day}, the day of the plan that it amends.',
  ),
  'plan.dayOfReturn': text(
    'Chỉ khi trả về dự thảo mới đổi được ngày lập bản giao.',
    'Only a plan that goes back to be a draft can be drafted for another day.',
  ),
  'plan.decisionOfOthers': text(
    'Đơn vị ban hành quyết định {number} không phải đơn vị giao, và hệ thống chưa có quyết định này: chỉ viện dẫn được quyết định đã có.',
    'The plan’s issuer did not issue decision {number}, and it is not known yet: of other units only known decisions can be cited.',
  ),
  'plan.effectiveYear': text('Ngày hiệu lực phải nằm trong năm {year}.', 'It must take effect within {year}.'),
  'plan.exists': text(
    'Đã có bản giao chỉ tiêu cho đơn vị, chỉ tiêu và năm này.',
    'There is already a plan for this issuer, indicator and year.',
  ),
  'plan.infeasible': text(
    'Chỉ tiêu còn thiếu {points} điểm ({dossiers} hồ sơ): cần nêu lý do.',
    'The targets fall short by {points} points ({dossiers} dossiers): a reason is needed.',
  ),
  'plan.leftOut': text(
    'Vào ngày hiệu lực còn {count} đơn vị chưa được giao ({units}): hãy trả lại để giao, hoặc nêu lý do.',
    'On the day it takes effect {count} units are left out ({units}): send it back to assign them, or give a reason.',
  ),
  'plan.move': text('Không thể chuyển từ {from} sang {to}.', 'A plan cannot go from {from} to {to}.'),
  'plan.noChildren': text(
    'Đơn vị {code} không có đơn vị trực thuộc để giao.',
    'Unit {code} has no units below it to assign to.',
  ),
  'plan.notDraft': text('Chỉ sửa được bản giao đang ở trạng thái dự thảo.', 'Only a draft can be changed.'),
  'plan.ownWork': text(
    'Người lập hoặc sửa bản giao không được tự duyệt, tự ban hành.',
    'Who began a plan or changed its targets may not approve or issue it.',
  ),
  'plan.reason': text('Cần nêu lý do.', 'A reason is needed.'),
  'plan.unitsCame': text(
    'Từ ngày {day} có thêm {came}, ngày {from} mà bản giao được lập thì chưa có: hãy trả về dự thảo để lập theo ngày đó.',
    'From {day} on there are {came}, which were not there on {from} that the plan was drafted for: send it back to draft it for that day.',
  ),
  'plan.unitsGone': text(
    'Từ ngày {day} không còn {gone}, ngày {from} mà bản giao được lập thì còn: hãy trả về dự thảo để lập theo ngày đó.',
    'From {day} on there are no {gone}, which were there on {from} that the plan was drafted for: send it back to draft it for that day.',
  ),
  'plan.unitsSwapped': text(
    'Từ ngày {day} không còn {gone} và có thêm {came}, khác với ngày {from} mà bản giao được lập: hãy trả về dự thảo để lập theo ngày đó.',
    'From {day} on there are no {gone} but {came}, unlike on {from} that the plan was drafted for: send it back to draft it for that day.',
  ),
  'plan.unknown': text('Không có bản giao chỉ tiêu này.', 'There is no such plan.'),
  'plan.version': text(
    'Có người đã sửa trước: phiên bản hiện tại là {version}.',
    'Somebody was faster: the current version is {version}.',
  ),
  'plan.year': text('Năm phải từ 2000 đến 2100.', 'The year must be from 2000 to 2100.'),
} as const satisfies Record<string, Record<Locale, string>>;
