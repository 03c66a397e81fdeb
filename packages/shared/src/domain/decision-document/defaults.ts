import type { UnitKind } from '../tier.ts';
import type { DecisionTemplate } from './template.ts';

/** What both have in common: the bases that every decision of the kind rests on. */
const BASES = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;',
  'Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính; Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP;',
  'Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử;',
];

const REPLACES =
  'Quyết định này thay thế Quyết định số {{amendedNumber?}} {{amendedDay}} kể từ {{from}}; kết quả thực hiện trước ngày đó được đánh giá theo chỉ tiêu đã giao tại Quyết định được thay thế.';

/** What a district says when it assigns targets to its communes, until somebody writes a template of their own. */
export const DISTRICT_TEMPLATE: DecisionTemplate = {
  superiorBody: [],
  body: ['Ủy ban nhân dân', '{{issuer}}'],
  numbering: '/QĐ-UBND',
  place: '{{issuerPlace}}',
  subject:
    'Về việc giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho các {{children}} thuộc {{issuer}}',
  authority: 'ỦY BAN NHÂN DÂN {{issuer}}',
  bases: [
    ...BASES,
    'Căn cứ Quyết định số {{parentNumber?}} {{parentDay}} của Ủy ban nhân dân {{parentIssuer}} về việc giao chỉ tiêu giải quyết hồ sơ trực tuyến năm {{year}};',
    'Căn cứ Quyết định số {{amendedNumber?}} {{amendedDay}} của Ủy ban nhân dân {{issuer}} về việc giao chỉ tiêu năm {{year}};',
    'Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {{issuer}}.',
  ],
  articles: [
    'Giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho {{count}} {{children}} thuộc {{issuer}} (chi tiết tại Phụ lục kèm theo).\nChưa giao chỉ tiêu: {{unassigned?}}.\nTỷ lệ được tính trên hồ sơ đã giải quyết của các thủ tục hành chính còn hiệu lực, thuộc danh mục dịch vụ công trực tuyến đã được phê duyệt và có phát sinh hồ sơ.\nTổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, {{verdict?}}.',
    'Ủy ban nhân dân các {{children}} căn cứ chỉ tiêu được giao xây dựng kế hoạch, tổ chức thực hiện, tuyên truyền, hướng dẫn người dân và doanh nghiệp nộp hồ sơ trực tuyến; Chủ tịch Ủy ban nhân dân cấp xã chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân {{issuer}} về kết quả.\nPhòng Văn hóa và Thông tin chủ trì, phối hợp với Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {{issuer}} theo dõi, đôn đốc, kiểm tra; định kỳ hằng tháng tổng hợp kết quả, khó khăn, vướng mắc, báo cáo Chủ tịch Ủy ban nhân dân {{issuer}}.',
    `Quyết định này có hiệu lực kể từ {{from}}, áp dụng đến hết {{until}}.\n${REPLACES}`,
    'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng phòng Văn hóa và Thông tin, Trưởng phòng Nội vụ {{issuer}}, Chủ tịch Ủy ban nhân dân các {{children}} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  ],
  recipients: [
    'Như Điều 4;',
    'UBND {{superior}} (báo cáo);',
    'Thường trực cấp ủy, Thường trực HĐND {{issuer}};',
    'Chủ tịch, các Phó Chủ tịch UBND;',
    'Lưu: VT, VHTT.',
  ],
  signature: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
  signer: '{{signer?}}',
  annexTitle: 'Chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}}',
};

/** What the province says when it assigns targets to departments and districts. */
export const PROVINCE_TEMPLATE: DecisionTemplate = {
  superiorBody: [],
  body: ['Ủy ban nhân dân', '{{issuer}}'],
  numbering: '/QĐ-UBND',
  place: '{{issuerPlace}}',
  subject:
    'Về việc giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho các {{children}} trên địa bàn {{issuer}}',
  authority: 'ỦY BAN NHÂN DÂN {{issuer}}',
  bases: [
    ...BASES,
    'Căn cứ Quyết định số 402/QĐ-UBND ngày 19 tháng 02 năm 2021 của Ủy ban nhân dân {{issuer}} phê duyệt danh mục dịch vụ công trực tuyến;',
    'Căn cứ Quyết định số {{amendedNumber?}} {{amendedDay}} của Ủy ban nhân dân {{issuer}} về việc giao chỉ tiêu năm {{year}};',
    'Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông.',
  ],
  articles: [
    'Giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho {{count}} {{children}} (chi tiết tại Phụ lục kèm theo).\nChưa giao chỉ tiêu: {{unassigned?}}.\nTỷ lệ được tính trên hồ sơ đã giải quyết của các thủ tục hành chính còn hiệu lực, thuộc danh mục dịch vụ công trực tuyến đã được phê duyệt và có phát sinh hồ sơ.\nTổng hợp chỉ tiêu giao đạt {{achieved}}.\nSo với yêu cầu: {{verdict?}}.',
    'Các sở, ban, ngành, Ủy ban nhân dân các huyện, thành phố tổ chức thực hiện; Ủy ban nhân dân các huyện, thành phố giao chỉ tiêu cụ thể cho từng xã, phường, thị trấn theo số hồ sơ tiếp nhận, giải quyết thực tế của từng đơn vị.\nSở Thông tin và Truyền thông hướng dẫn, theo dõi, đôn đốc, kiểm tra việc thực hiện; kịp thời phát hiện khó khăn, vướng mắc, tổng hợp, báo cáo Chủ tịch Ủy ban nhân dân {{issuer}}; bảo đảm hệ thống một cửa điện tử kết nối thông suốt, an toàn.\nSở Nội vụ phối hợp sử dụng kết quả thực hiện khi đánh giá, xếp hạng cải cách hành chính hằng năm.',
    `Quyết định này có hiệu lực kể từ {{from}}, áp dụng đến hết {{until}}.\n${REPLACES}`,
    'Chánh Văn phòng Ủy ban nhân dân {{issuer}}, Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch Ủy ban nhân dân các huyện, thành phố và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  ],
  recipients: [
    'Như Điều 4;',
    'Văn phòng Chính phủ (báo cáo);',
    'Thường trực Tỉnh ủy, HĐND tỉnh;',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
    'Cổng thông tin điện tử tỉnh;',
    'Lưu: VT, HCC.',
  ],
  signature: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
  signer: '{{signer?}}',
  annexTitle: 'Chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}}',
};

/** The template for a kind of issuing unit where nobody wrote another one. */
export function defaultTemplate(kind: UnitKind): DecisionTemplate {
  return kind === 'PROVINCE' ? PROVINCE_TEMPLATE : DISTRICT_TEMPLATE;
}
