import { text } from './error-text.ts';
import type { Locale } from './locale.ts';

/** Texts of errors about inputs and scenarios of plans (error-texts.ts). */
export const SCENARIO_ERROR_TEXTS = {
  'cascade.effort': text(
    'Công sức phải nặng dần: trọng số là số nguyên từ 0 đến 1.000 và không giảm, mỗi khoảng rộng hơn 0 điểm, chỉ khoảng cuối để mở.',
    'Effort must never get lighter: weights are whole, from 0 to 1,000, and do not fall; each stretch is wider than 0 points, the last one alone has no end.',
  ),
  'inputs.many': text('Mỗi lần sửa tối đa {most} đơn vị.', 'At most {most} units at a time.'),
  'inputs.ownLimits': text(
    'Hồ sơ của chính đơn vị giao không có sàn, trần.',
    "The issuing unit's own dossiers have no floor and no ceiling.",
  ),
  'scenario.issued': text(
    'Bản giao đã ban hành: các phương án của nó được giữ nguyên.',
    'The plan is issued: its scenarios stay what they were.',
  ),
  'scenario.many': text('Mỗi bản giao giữ tối đa {most} phương án.', 'A plan keeps at most {most} scenarios.'),
  'scenario.name': text('Tên phương án có từ 1 đến {most} ký tự.', 'A name has 1 to {most} characters.'),
  'scenario.nameOfCitizen': text(
    'Tên phương án không được chứa số giấy tờ, số điện thoại hay mã hồ sơ của công dân.',
    'A name holds no number of a citizen and no code of a dossier.',
  ),
  'scenario.twice': text(
    'Đã có phương án tên “{name}”: hãy đặt tên khác.',
    'There is already a scenario named “{name}”: choose another name.',
  ),
  'scenario.unknown': text('Không có phương án này.', 'There is no such scenario.'),
  'scenario.version': text(
    'Phương án vừa được người khác sửa (phiên bản {version}).',
    'Somebody else changed the scenario meanwhile (version {version}).',
  ),
  'rehearsal.year': text('Năm phải từ 2000 đến 2100.', 'The year must be from 2000 to 2100.'),
} as const satisfies Record<string, Record<Locale, string>>;
