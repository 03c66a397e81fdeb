import {
  citedFigure,
  draftPlan,
  issuedPlan,
  someDifficulty,
  someDossier,
  someInspection,
  someReport,
  someSystem,
} from './api.ts';
import { expect, NOBODY, settled, test } from './console.ts';
import {
  expectAccessible,
  expectNothingBeyondTheEdge,
  expectStill,
  expectVietnamese,
  watchShifts,
} from './soundness.ts';
import type { APIRequestContext, Page } from '@playwright/test';

interface Place {
  name: string;
  path: string | ((request: APIRequestContext) => Promise<string>);
  /** What stands on it once it is there. */
  shows: string | RegExp;
}

const PLACES: Place[] = [
  { name: 'Tổng quan', path: '/', shows: 'Toàn tỉnh · sở, ngành và địa phương' },
  { name: 'Tổng quan of a district', path: '/?unit=171&to=2022-08-31', shows: /^Chậm mốc tháng 8/ },
  {
    name: 'Tổng quan of a commune',
    path: '/?unit=05680&to=2022-08-31',
    shows: 'Lũy kế theo tháng, dự báo đến hết năm',
  },
  { name: 'Việc của tôi', path: '/viec-cua-toi', shows: 'Dòng lỗi cần sửa' },
  { name: 'Đơn vị', path: '/don-vi', shows: /đơn vị trong danh sách/ },
  { name: 'Đơn vị with its inspector', path: '/don-vi?unit=169&under=19', shows: 'Huyện Đồng Hỷ' },
  { name: 'the other names of a unit', path: '/don-vi?unit=05680&view=aliases', shows: 'H55.35.08' },
  { name: 'the history of a unit', path: '/don-vi?unit=172&view=history', shows: 'Thành phố Phổ Yên' },
  { name: 'the map of boundaries', path: '/don-vi/ranh-gioi', shows: 'Kéo thả tệp ranh giới vào đây' },
  { name: 'the explanation of a figure', path: '/so-lieu/05680', shows: 'Tử số: danh sách đầu' },
  { name: 'the dossiers that do not count', path: '/so-lieu/169?tab=out', shows: /Đang xem \d/ },
  {
    name: 'a figure that was cited',
    path: async (request) => `/so-lieu/${await citedFigure(request)}`,
    shows: 'Mã kiểm tra',
  },
  { name: 'why a figure changed', path: '/so-lieu/169/thay-doi?from=2022-03-01&to=2022-03-31', shows: 'Cơ cấu hồ sơ' },
  { name: 'the closed periods', path: '/ky-so-lieu', shows: 'Tháng 7/2022' },
  { name: 'Thủ tục', path: '/thu-tuc', shows: 'Đăng ký khai sinh' },
  { name: 'Thủ tục with its inspector', path: '/thu-tuc?open=2.000815', shows: 'Mở trang đầy đủ' },
  { name: 'a new procedure', path: '/thu-tuc?form=new', shows: 'Thủ tục mới' },
  { name: 'the page of a procedure', path: '/thu-tuc/2.000815', shows: /^Văn bản này/ },
  { name: 'the versions of a procedure', path: '/thu-tuc/2.000815?tab=versions', shows: 'Phiên bản 1' },
  { name: 'the lists of a procedure', path: '/thu-tuc/2.000815?tab=lists', shows: /402/ },
  { name: 'the dossiers and rates of a procedure', path: '/thu-tuc/2.000815?tab=figures', shows: 'Theo tháng' },
  { name: 'the drafts', path: '/thu-tuc/ban-nhap', shows: /nháp/ },
  { name: 'the import of procedures', path: '/thu-tuc/nhap', shows: 'Kéo thả tệp thủ tục vào đây' },
  { name: 'the indicators', path: '/he-thong/chi-tieu', shows: 'Tỷ lệ hồ sơ giải quyết đúng hạn' },
  { name: 'the definitions of an indicator', path: '/he-thong/chi-tieu/RECEPTION_ONLINE', shows: 'Định nghĩa 1' },
  { name: 'the overview of services', path: '/?indicator=SERVICES_WITH_ONLINE', shows: /mỗi dịch vụ một lần/ },
  { name: 'a figure of services', path: '/so-lieu/19?indicator=SERVICES_FULL_ONLINE', shows: 'Ở tử số' },
  { name: 'the sources of procedures', path: '/he-thong/nguon-du-lieu', shows: 'Chưa có nguồn nào' },
  { name: 'Danh mục', path: '/danh-muc', shows: 'Các mục' },
  { name: 'the decisions of a list', path: '/danh-muc?tab=decisions', shows: /402/ },
  { name: 'the difference between two days', path: '/danh-muc?tab=compare', shows: 'Danh mục ngày' },
  { name: 'where list and dossiers do not meet', path: '/danh-muc?tab=coverage', shows: 'Hồ sơ ngoài mọi danh mục' },
  { name: 'Quyết định', path: '/quyet-dinh', shows: '402/QĐ-UBND' },
  { name: 'a decision', path: '/quyet-dinh/1', shows: 'Ngày ký' },
  { name: 'a new decision', path: '/danh-muc/quyet-dinh-moi?list=QD402', shows: 'Nội dung quyết định' },
  { name: 'Giao chỉ tiêu', path: '/giao-chi-tieu', shows: 'Lập bản giao' },
  {
    name: 'a draft of a plan',
    path: async (request) => `/giao-chi-tieu/${await draftPlan(request)}`,
    shows: 'Dự thảo',
  },
  {
    name: 'an issued plan',
    path: async (request) => `/giao-chi-tieu/${await issuedPlan(request)}`,
    shows: 'Đã ban hành',
  },
  {
    name: 'the decision of an issued plan',
    path: async (request) => `/giao-chi-tieu/${await issuedPlan(request)}?view=papers`,
    shows: 'Tải văn bản',
  },
  {
    name: 'the words of a decision',
    path: async (request) => `/giao-chi-tieu/${await draftPlan(request)}/mau-van-ban`,
    shows: 'Chỗ điền',
  },
  { name: 'a paper that nobody made out', path: '/giao-chi-tieu/van-ban/0', shows: 'Không tìm thấy văn bản 0' },
  { name: 'Hồ sơ', path: '/ho-so', shows: 'Kéo thả tệp vào đây' },
  { name: 'the receipts', path: '/ho-so?tab=receipts', shows: /biên nhận/ },
  { name: 'what has to be decided of bad rows', path: '/ho-so?tab=desk', shows: /nguyên nhân/ },
  { name: 'a dossier', path: async (request) => `/ho-so/ma/${await someDossier(request)}`, shows: 'Các phiên bản' },
  { name: 'the quarantine', path: '/ho-so?tab=quarantine', shows: /dòng chờ sửa/ },
  { name: 'the sources of dossiers', path: '/ho-so?tab=sources', shows: /nguồn/ },
  { name: 'the set-up of a source', path: '/ho-so/nguon-moi', shows: 'Thêm đơn vị được gửi thay' },
  { name: 'the search for dossiers', path: '/ho-so?tab=find', shows: 'Mỗi con số đều có hồ sơ đứng sau' },
  { name: 'Theo dõi', path: '/theo-doi?from=2022-01-01&to=2022-08-31', shows: 'Huyện Võ Nhai' },
  {
    name: 'a unit that is behind',
    path: '/theo-doi?from=2022-01-01&to=2022-08-31&unit=170',
    shows: 'Ai kéo xuống, ai kéo lên',
  },
  { name: 'the difficulties', path: '/kho-khan', shows: 'Báo khó khăn' },
  { name: 'a difficulty being reported', path: '/kho-khan?form=new&unit=05680', shows: 'Gặp khó khăn gì?' },
  {
    name: 'the difficulties by cause',
    path: '/kho-khan?view=synthesis',
    shows: /Trong kỳ này không có|theo nguyên nhân/,
  },
  {
    name: 'a difficulty',
    path: async (request) => `/kho-khan/${await someDifficulty(request)}`,
    shows: 'Diễn biến',
  },
  { name: 'Đôn đốc', path: '/don-doc', shows: 'Máy chủ chưa được cài đặt gửi thư điện tử' },
  { name: 'the rules of urging', path: '/don-doc/quy-tac', shows: 'Quy tắc mới' },
  { name: 'a reminder that is not there', path: '/don-doc/x', shows: 'Không tìm thấy việc đôn đốc này' },
  { name: 'the connected systems', path: '/he-thong-ket-noi', shows: 'Thêm hệ thống' },
  { name: 'a connected system being added', path: '/he-thong-ket-noi?form=new', shows: 'Bật kiểm tra định kỳ' },
  {
    name: 'the outages of a connected system',
    path: async (request) => `/he-thong-ket-noi/${await someSystem(request)}`,
    shows: 'Xem ảnh hưởng đến số liệu',
  },
  {
    name: 'the checks of a connected system',
    path: async (request) => `/he-thong-ket-noi/${await someSystem(request)}?part=checks`,
    shows: 'Theo tháng',
  },
  {
    name: 'the incidents of a connected system',
    path: async (request) => `/he-thong-ket-noi/${await someSystem(request)}?part=incidents`,
    shows: 'Ghi biện pháp xử lý',
  },
  { name: 'the inspections', path: '/kiem-tra', shows: 'Lập kế hoạch kiểm tra' },
  { name: 'an inspection being planned', path: '/kiem-tra?form=new', shows: 'Đơn vị được kiểm tra' },
  { name: 'the checklists of inspections', path: '/kiem-tra/danh-muc', shows: 'Soạn bản mới' },
  {
    name: 'an inspection',
    path: async (request) => `/kiem-tra/${await someInspection(request)}`,
    shows: 'Hồ sơ giấy nhập lại.',
  },
  {
    name: 'the checklist of an inspection',
    path: async (request) => `/kiem-tra/${await someInspection(request)}?part=checklist`,
    shows: 'Có người và máy để hướng dẫn người dân nộp hồ sơ trực tuyến.',
  },
  {
    name: 'a sample of an inspection',
    path: async (request) => `/kiem-tra/${await someInspection(request)}?part=samples&unit=169`,
    shows: 'Rút lại để kiểm chứng',
  },
  { name: 'a guidance', path: '/huong-dan/1', shows: /Chỉ hồ sơ do người dân nộp/ },
  { name: 'a new measure', path: '/giai-phap?form=new', shows: 'Chức danh phụ trách' },
  { name: 'a measure', path: '/giai-phap/1', shows: /Trong cùng thời gian huyện/ },
  { name: 'Báo cáo', path: '/bao-cao?from=2022-08-01&to=2022-08-31', shows: 'Thành phố Sông Công' },
  {
    name: 'a report to the chairman',
    path: async (request) => `/bao-cao/chu-tich/${await someReport(request)}`,
    shows: 'Kết quả chung',
  },
  {
    name: 'the figures of a report',
    path: async (request) => `/bao-cao/chu-tich/${await someReport(request)}?view=figures`,
    shows: 'Huyện Đại Từ',
  },
  { name: 'the schedules of reports', path: '/bao-cao/chu-tich/lich', shows: 'Lịch lập báo cáo' },
  { name: 'the words of reports', path: '/bao-cao/chu-tich/mau/nam', shows: 'Mẫu có sẵn' },
  { name: 'an index set', path: '/bao-cao/bo-chi-so', shows: '766/QĐ-TTg' },
  { name: 'an index set being written', path: '/bao-cao/bo-chi-so/DVCTT_766', shows: 'Lưu bản mới' },
  { name: 'the audit trail', path: '/he-thong/nhat-ky', shows: 'Kiểm tra ngay' },
  {
    name: 'the audit trail, narrowed to nothing',
    path: '/he-thong/nhat-ky?about=PLAN:x',
    shows: 'Thử bỏ bớt điều kiện lọc.',
  },
  { name: 'an event of the audit trail', path: '/he-thong/nhat-ky?act=BASE_FILLED&event=1', shows: 'Dòng 1' },
  { name: 'the health of the server', path: '/he-thong/tinh-trang', shows: 'Đĩa còn trống' },
  { name: 'the backups', path: '/he-thong/sao-luu', shows: 'Khôi phục là một lệnh trên máy chủ' },
  { name: 'the change of a password', path: '/doi-mat-khau', shows: 'Mật khẩu hiện tại' },
  { name: 'the accounts', path: '/he-thong/tai-khoan', shows: /tài khoản$/ },
  { name: 'an account with its inspector', path: '/he-thong/tai-khoan?account=1', shows: /Đây là quyền của chính bạn/ },
  { name: 'the sessions of an account', path: '/he-thong/tai-khoan?account=1&view=sessions', shows: /Dùng gần nhất/ },
  { name: 'what roles may do', path: '/he-thong/quyen', shows: 'Xem hồ sơ đứng sau con số' },
  { name: 'who holds what at a unit', path: '/he-thong/quyen?by=unit&unit=05680', shows: /Từ cấp trên/ },
  { name: 'the tokens', path: '/he-thong/ma-truy-cap', shows: /mã truy cập$/ },
  { name: 'the delegations', path: '/uy-quyen', shows: 'Tôi được ủy quyền' },
  { name: 'one’s own security', path: '/bao-mat', shows: 'Các phiên đang mở' },
  { name: 'an address that nothing is at', path: '/khong-co', shows: 'Không có trang nào ở địa chỉ này' },
];

const SIZES = [
  { name: 'on a desktop', use: { viewport: { width: 1366, height: 768 } } },
  { name: 'on a phone', use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
];

async function expectSound(page: Page, { path, shows }: { path: string; shows: string | RegExp }): Promise<void> {
  await watchShifts(page);
  await page.goto(path);
  await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
  await settled(page);
  await expectStill(page);
  await expectVietnamese(page);
  await expectAccessible(page);
  await expectNothingBeyondTheEdge(page);
}

for (const size of SIZES) {
  test.describe(size.name, () => {
    test.use(size.use);

    for (const { name, path, shows } of PLACES) {
      test(`${name} is sound ${size.name}, in both themes`, async ({ page, request }) => {
        await expectSound(page, { path: typeof path === 'string' ? path : await path(request), shows });
        if (size.use.viewport.width > 400) return;
        await page.setViewportSize({ width: 360, height: 740 });
        // What is as wide as the window is so once it is drawn again.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await expectNothingBeyondTheEdge(page);
      });
    }

    test.describe('to somebody who has not signed in', () => {
      test.use({ storageState: NOBODY });
      test(`the sign-in is sound ${size.name}, in both themes`, async ({ page }) => {
        await expectSound(page, { path: '/dang-nhap', shows: 'Đăng nhập vào Chỉ tiêu' });
      });
    });
  });
}
