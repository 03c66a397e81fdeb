import type { ReportTemplate } from './template.ts';

/** What a report says until somebody writes something else. */
export const DEFAULT_REPORT: ReportTemplate = {
  superiorBody: ['Ủy ban nhân dân', '{{province}}'],
  body: ['Văn phòng'],
  numbering: '/BC-VP',
  place: '{{provincePlace}}',
  subject: 'Kết quả thực hiện chỉ tiêu {{indicator}}\n{{period}}',
  addressee: 'Kính gửi: Chủ tịch Ủy ban nhân dân {{province}}',
  sections: [
    {
      heading: 'Kết quả chung',
      sentences: [
        'Lũy kế từ đầu năm đến ngày {{to}}, toàn {{province}} đạt {{cumulative?}} ({{cumulativeNumerator}}/{{cumulativeDenominator}} hồ sơ).',
        '{{period}} (từ ngày {{from}} đến ngày {{to}}), toàn {{province}} có {{numerator}} hồ sơ đạt yêu cầu trên tổng số {{denominator}} hồ sơ được tính, đạt {{rate?}}.',
        'Tính lũy kế từ đầu năm, so với chỉ tiêu {{target?}}, toàn {{province}} {{verdict?}}.',
        'Tính lũy kế từ đầu năm, so với mức {{required?}} mà tỉnh phải đạt theo quyết định giao chỉ tiêu, toàn {{province}} {{requiredVerdict?}}.',
        'Tính lũy kế từ đầu năm, so với chỉ tiêu {{sharedTarget?}} giao chung cho các đơn vị, toàn {{province}} {{sharedVerdict?}}.',
        'Tính riêng trong kỳ, so với {{periodBefore?}} ({{rateBefore?}}), tỷ lệ {{change?}}.',
      ],
    },
    {
      heading: 'Kết quả của các sở, ban, ngành và cấp huyện',
      sentences: [
        'Trong {{judgedUnits?}} đơn vị có {{withTarget}} đơn vị được giao chỉ tiêu: {{met}} đơn vị đạt, {{notMet}} đơn vị chưa đạt; {{noDossiers}} đơn vị không có hồ sơ được tính.',
        'Chưa đạt chỉ tiêu: {{notMetUnits?}}.',
        'Lũy kế từ đầu năm đến ngày {{to}}, so với mốc của tháng, trong {{unitsCount}} đơn vị: {{marksMet?}} đơn vị đạt mốc, {{marksMissed?}} đơn vị dưới mốc.',
        'Không so với mốc: {{marksOther?}}.',
        'Dưới mốc: {{belowMark?}}.',
        'Mốc theo kế hoạch đã giao khác xa số đông: {{marksOdd?}}.',
        'Tính riêng trong kỳ, xét các đơn vị có từ {{rankedFrom}} hồ sơ được tính trở lên: cao nhất là {{best?}}; thấp nhất là {{worst?}}.',
        '{{unitsTable}}',
      ],
    },
    {
      heading: 'Thay đổi so với kỳ trước',
      sentences: [
        'Tính riêng trong kỳ, so với {{periodBefore?}}, {{rose?}} đơn vị tăng, {{fell?}} đơn vị giảm.',
        'Từ chưa đạt thành đạt: {{nowMet?}}.',
        'Từ đạt thành chưa đạt: {{nowNotMet?}}.',
        '{{changesTable?}}',
      ],
    },
    {
      heading: 'Tiếp nhận và giải quyết hồ sơ',
      sentences: [
        'Tổng số hồ sơ tiếp nhận là {{receivedAll?}}, gồm {{received}} hồ sơ tiếp nhận mới trong kỳ và {{carriedOver}} hồ sơ từ kỳ trước chuyển sang; đã giải quyết {{resolved?}} hồ sơ (trước hạn {{early}}, đúng hạn {{onTime}}, quá hạn {{late}}); rút, dừng giải quyết {{withdrawn}} hồ sơ; đang giải quyết {{open}} hồ sơ, trong đó {{overdue}} hồ sơ đã quá hạn.',
        '{{receptionTable?}}',
      ],
    },
    {
      heading: 'Khó khăn, vướng mắc',
      sentences: [
        'Trong kỳ có {{difficulties?}} khó khăn, vướng mắc còn tồn tại hoặc mới phát sinh tại {{difficultyUnits?}} đơn vị, {{difficultiesOpen?}} chưa giải quyết xong.',
        '{{difficultiesTable}}',
      ],
    },
    {
      heading: 'Thực hiện chỉ đạo',
      sentences: ['{{directionsTold?}}', '{{directionsTable?}}'],
    },
    {
      heading: 'Đề xuất, kiến nghị',
      sentences: [
        'Đề nghị Chủ tịch Ủy ban nhân dân {{province}} chỉ đạo các đơn vị chưa đạt chỉ tiêu có giải pháp cụ thể trong kỳ tới.',
        'Số liệu trong báo cáo được ghi nhận đến {{knownAt}}; mức tỉnh phải đạt theo quyết định đã ban hành đến cùng thời điểm; khó khăn, vướng mắc theo tình trạng cuối ngày {{difficultiesOn}}. Mỗi số liệu được tra cứu theo mã tại Phụ lục.',
      ],
    },
  ],
  recipients: ['Như trên;', 'Các sở, ban, ngành; Ủy ban nhân dân cấp huyện;', 'Lưu: VT.'],
  signature: ['Chánh Văn phòng'],
  signer: '',
};
