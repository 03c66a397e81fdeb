/**
 * `node scripts/common-passwords.mjs`: writes the long part of the list of common passwords, below the marker; what stands above
 * it is written by hand. Ours needs 12 characters, and lists of what is guessed first hold few as long: people who are told to
 * take more put two words together, a word and a place, a full name, a longer walk over the keys. Made here from such words.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';

export const FILE = join(root, 'packages', 'server', 'data', 'common-passwords.txt');
export const MARKER = '# From here on made by scripts/common-passwords.mjs: whole passwords of 12 characters and more.';

const SHORTEST = 12;
const words = (text) => text.trim().split(/\s+/);

const PASSWORD_WORDS = words(
  'matkhau password passw0rd pass mk matma secret admin administrator quantri quantrivien hethong root',
);
const ENTRANCES = words(
  'dangnhap taikhoan welcome xinchao chaomung login user nguoidung changeme letmein macdinh default moi cuatoi',
);
const OFFICES = words(
  'ubnd uybannhandan ubndtinh ubndhuyen ubndxa ubndphuong ubndthanhpho motcua bophanmotcua vanphong dichvucong hanhchinhcong chinhquyen chuyendoiso tthcc trungtamhanhchinhcong congan soyte sonoivu sotuphap sotaichinh sogiaoduc chitieu baocao',
);
const PLACES = words(
  `vietnam hanoi saigon hochiminh tphcm danang haiphong cantho hue dalat nhatrang vungtau thainguyen quangninh bacninh bacgiang backan
   langson caobang hagiang tuyenquang yenbai laocai laichau dienbien sonla hoabinh phutho vinhphuc haiduong hungyen thaibinh namdinh
   ninhbinh hanam thanhhoa nghean hatinh quangbinh quangtri quangnam quangngai binhdinh phuyen khanhhoa ninhthuan binhthuan kontum
   gialai daklak daknong lamdong binhphuoc tayninh binhduong dongnai longan tiengiang bentre travinh vinhlong dongthap angiang
   kiengiang haugiang soctrang baclieu camau`,
);
const SURNAMES = words('nguyen tran le pham hoang phan vu dang bui do ngo duong ly');
const MIDDLES = words('van thi duc minh thanh ngoc quang huu xuan thu');
const GIVEN = words(
  `anh an binh chi chien cuong dat dung duong giang ha hai hang hanh hien hieu hoa hoai hong hung huong huy huyen khanh khoa kien lan
   linh loan long ly mai manh minh my nam nga ngoc nhung phong phuc phuong quan quang quyen quynh son tai tam thang thanh thao thu
   thuy tien toan trang trung truong tu tuan tung van viet vinh yen`,
);
const LOVE = words('anhyeuem emyeuanh iloveyou loveyou yeuem yeuanh nhoem nhoanh maiyeu tinhyeu yeumai');
const COMMON = words(
  `football baseball basketball superman batman princess sunshine monkey dragon master shadow michael jordan jessica computer internet
   samsung iphone google facebook qwerty qwertyuiop asdfghjkl zxcvbnm abc123 abcdef test hello forever family friends angel lovely money
   summer winter liverpool chelsea arsenal barcelona realmadrid manchester juventus`,
);
const YEARS = words('1975 1990 1995 2000 2010 2015 2020 2021 2022 2023 2024 2025 2026');
const ENDS = words('123 1234 12345 123456 abc xyz vn');
const PHRASES = words(
  `motnamhaibabonnam mothaibabonnamsau mothaibabonnam hochiminhmuonnam bachomuonnam doclaptudohanhphuc conghoaxahoichunghia
   dangcongsanvietnam tatcachovietnam vietnamquehuongtoi quehuonglachumkhengot chucmungnammoi2022 matkhaukhongdoi khongaibietdau
   khongnoichoaibiet toikhongbiet toikhongnho quenmatkhauroi matkhaudenho matkhaukhonho matkhaumanh matkhaumoinhat
   dungquenmatkhau xinmoidangnhap correcthorsebatterystaple thequickbrownfox tobeornottobe iloveyouforever iloveyousomuch iloveyoubaby
   ilovevietnam iloveyoumore ilovemyfamily ilovemymother ilovejesus ilovemylife letmeinplease openthedoor opensesame
   whatsthepassword nopassword nopasswordneeded thisismypassword thisisapassword passwordispassword forgotpassword forgetpassword
   onetwothreefour onetwothreefourfive donotenter keepitsecret trustnoone iamtheadmin iamtheboss`,
);

/** Walks over the keys: along rows and columns, forth and back, from any key on. */
function* walks() {
  const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const columns = Array.from({ length: 7 }, (_, at) => rows.map((row) => row[at]).join(''));
  const back = (text) => [...text].reverse().join('');
  const snake = columns.map((column, at) => (at % 2 === 0 ? column : back(column)));
  const zip = (a, b) => [...a].map((key, at) => key + (b[at] ?? '')).join('');
  const lines = [rows.slice(1).join(''), rows.join(''), columns.join(''), snake.join(''), columns.map(back).join('')];
  lines.push(
    ...[
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
      [2, 3],
      [0, 2],
    ].map(([a, b]) => zip(rows[a], rows[b])),
  );
  lines.push(
    'abcdefghijklmnopqrstuvwxyz',
    zip('abcdefghij', '1234567890'),
    zip('1234567890', 'abcdefghij'),
    'aabbccddeeffgghh',
  );
  for (const line of lines.flatMap((one) => [one, back(one)]))
    for (let from = 0; from + SHORTEST <= line.length; from += 1)
      for (const length of [12, 14, 16, 18, 20])
        if (from + length <= line.length) yield line.slice(from, from + length);
}

function* pairs(some, others) {
  for (const a of some) for (const b of others) if (a !== b) yield* [a + b, b + a];
}

function* candidates() {
  yield* PHRASES;
  yield* walks();
  yield* pairs(PASSWORD_WORDS, [...PASSWORD_WORDS, ...ENTRANCES, ...OFFICES]);
  yield* pairs(LOVE, [...LOVE, ...GIVEN]);
  // Digits in the middle: those around a word are taken off before it is looked up.
  for (const [a, b] of [
    ['matkhau', 'admin'],
    ['admin', 'matkhau'],
    ['password', 'admin'],
    ['admin', 'password'],
    ['vietnam', 'vodich'],
    ['abc', 'xyz'],
    ['ubnd', 'matkhau'],
    ['matkhau', 'ubnd'],
  ])
    for (const middle of [...YEARS, ...ENDS]) yield a + middle + b;
  for (const place of PLACES) {
    yield* pairs(
      [place],
      [
        'matkhau',
        'admin',
        'password',
        'ubnd',
        'ubndtinh',
        'tinh',
        'thanhpho',
        'motcua',
        'dichvucong',
        'quantri',
        'toiyeu',
        'quehuong',
        'vietnam',
      ],
    );
    for (const end of YEARS.slice(-7)) yield `${place}${end}vn`;
  }
  yield* pairs(COMMON, COMMON.slice(0, 12));
  for (const surname of SURNAMES.slice(0, 7))
    for (const middle of MIDDLES.slice(0, 5)) for (const name of GIVEN) yield surname + middle + name;
}

/** Where a line says nothing that the rule does not find without it: a known word with digits around it, or several times over. */
function isKnown(text, known) {
  const forms = [text, text.replace(/^\d+|\d+$/g, '')];
  return forms.some((form) => known.has(form) || known.has(form.slice(0, `${form}${form}`.indexOf(form, 1))));
}

/** The long part for what stands above the marker: one a line, none twice. */
export function longPart(byHand) {
  const known = new Set(byHand.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  const made = new Set();
  for (const one of candidates()) if (one.length >= SHORTEST && !isKnown(one, known)) made.add(one);
  return [...made];
}

export function parts() {
  const [byHand, made = ''] = readFileSync(FILE, 'utf8').split(`${MARKER}\n`);
  return { byHand, made: made.split('\n').filter((line) => line !== '') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { byHand } = parts();
  const made = longPart(byHand);
  writeFileSync(FILE, `${byHand}${MARKER}\n${made.join('\n')}\n`);
  console.log(`${made.length} passwords of ${SHORTEST} characters and more`);
}
