import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { formatPercent } from '@chi-tieu/shared/domain/percent';
import { attainmentStatus, formatRate, formatWhole, missingToTarget, type Counts } from '@chi-tieu/shared/domain/rate';
import { formatDay, formatInstant } from '@chi-tieu/shared/domain/vietnamese-format';
import type { UnitKind } from '../../app/enums.ts';
import { PUBLIC_PATH } from '../figures/periods/public-path.service.ts';
import type { PublishedPeriod, PublishedRow, PublishedTable } from './public-page.service.ts';

const KINDS: readonly { kind: UnitKind; title: string }[] = [
  { kind: 'DEPARTMENT', title: 'Sở, ban, ngành' },
  { kind: 'DISTRICT', title: 'Huyện, thành phố' },
  { kind: 'COMMUNE', title: 'Xã, phường, thị trấn' },
];
const STATUS = {
  MET: 'Đạt',
  NOT_MET: 'Chưa đạt',
  NO_DOSSIERS: 'Không phát sinh',
  NO_TARGET: 'Chưa giao',
} as const;
/** What is counted, in words: what meets the rule, and of how many. */
const NOUNS = {
  DOSSIERS: { one: 'hồ sơ', all: 'hồ sơ', column: 'Hồ sơ tính' },
  SERVICES_USED: { one: 'dịch vụ', all: 'dịch vụ', column: 'Dịch vụ tính' },
  SERVICES_OFFERED: { one: 'dịch vụ', all: 'thủ tục', column: 'Thủ tục tính' },
} as const;
type Noun = (typeof NOUNS)[keyof typeof NOUNS];
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const whole = (count: number): string => formatWhole(count, 'vi');
const dash = '–';
/** A target as decisions write it: without decimals where it has none. */
const formatTarget = (hundredths: number): string =>
  formatPercent(hundredths, 'vi').replace(hundredths % 100 === 0 ? ',00' : /$^/, '');

/** The figures of a period as a page without scripts; `embedded` leaves out what leads elsewhere. */
export function pageOf(table: PublishedTable, periods: readonly PublishedPeriod[], embedded: boolean): string {
  const { period, rows } = table;
  const own = `${PUBLIC_PATH}/${period.path}`;
  const all = rows.filter(({ scope }) => scope === 'SUBTREE');
  const province = all.find(({ kind }) => kind === 'PROVINCE');
  const noun = NOUNS[table.counts];
  const title = `${period.indicator.name}: ${period.name}`;
  const files = `<p class="files">Tải về: <a href="${own}.csv">CSV</a> · <a href="${own}.json">JSON</a></p>`;
  return documentOf(
    title,
    `<header>
  <p class="above">Số liệu công khai${province ? ` · ${escaped(province.name)}` : ''}</p>
  <h1>${escaped(period.indicator.name)}</h1>
  <p class="period">${escaped(period.name)} (${formatDay(period.closing.from)} – ${formatDay(period.closing.to)})</p>
</header>
${table.isMade ? '<p class="made" role="note">Số liệu minh họa, không phải số liệu thật.</p>' : ''}
${province ? headline(province, table.soFar, noun) : ''}
<p>${escaped(table.rule)}</p>
${files}
${KINDS.map((group) => tableOf(group, table, all)).join('')}
<section>
  <h2>Về số liệu này</h2>
  ${table.clause === null ? '' : `<p>Theo ${escaped(table.clause)}.</p>`}
  <p class="quiet">Số liệu chốt theo dữ liệu có đến ${formatInstant(period.closing.knownAt)}, công bố ${formatInstant(period.closing.closedAt)}. Mỗi số có mã trích dẫn riêng và không thay đổi sau khi công bố.</p>
</section>
${embedded ? '' : others(period, periods)}`,
  );
}

/** The year so far goes first: the target is the year's, and a month alone neither meets nor misses it. */
function headline(province: PublishedRow, soFar: PublishedTable['soFar'], noun: Noun): string {
  const { numerator, denominator } = province;
  if (soFar === null)
    return `<p class="headline"><strong>${rateOf(province)}</strong> <span>${counted(noun, numerator, denominator)}${against(province, noun)}</span></p>`;
  const year = { ...soFar, status: attainmentStatus(soFar, soFar.targetHundredths) };
  const lack = soFar.targetHundredths === null ? null : missingToTarget(soFar, soFar.targetHundredths);
  return `<p class="headline"><strong>${rateOf(year)}</strong> <span>Lũy kế từ đầu năm: ${counted(noun, soFar.numerator, soFar.denominator)}${against({ ...year, missing: lack }, noun)}</span></p>
<p>Riêng kỳ này: <b>${rateOf(province)}</b>, ${counted(noun, numerator, denominator)}.</p>`;
}

function counted({ one, all }: Noun, numerator: number, denominator: number): string {
  const first = one === all ? '' : ` ${one}`;
  return `${whole(numerator)}${first} trên ${whole(denominator)} ${all}`;
}

function against(
  { targetHundredths, status, missing }: Pick<PublishedRow, 'targetHundredths' | 'status' | 'missing'>,
  { one }: Noun,
): string {
  if (targetHundredths === null) return '';
  const lack = missing === null || missing === 0 ? '' : `, còn thiếu ${whole(missing)} ${one}`;
  return `; chỉ tiêu ${formatTarget(targetHundredths)}: ${STATUS[status].toLowerCase()}${lack}`;
}

function tableOf(
  { kind, title }: (typeof KINDS)[number],
  { counts, soFar }: PublishedTable,
  all: readonly PublishedRow[],
): string {
  const noun = NOUNS[counts];
  const isJudged = soFar === null;
  const rows = all.filter((row) => row.kind === kind);
  if (rows.length === 0) return '';
  const names = new Map(all.map(({ code, name }) => [code, name]));
  const isBelow = kind === 'COMMUNE';
  return `<section>
<h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}">
<table>
<thead><tr>${headings(isBelow, isJudged, noun)}</tr></thead>
<tbody>
${rows.map((row) => lineOf(row, isBelow ? (names.get(row.parent ?? '') ?? '') : null, isJudged)).join('\n')}
</tbody>
</table>
</div>
</section>
`;
}

function headings(isBelow: boolean, isJudged: boolean, { column }: Noun): string {
  const columns: readonly (readonly [string, 'n' | null])[] = [
    ...([
      ['Đơn vị', null],
      ['Tỷ lệ', 'n'],
    ] as const),
    ...(isJudged
      ? ([
          ['Chỉ tiêu', 'n'],
          ['Kết quả', null],
        ] as const)
      : []),
    ...([
      ['Đạt yêu cầu', 'n'],
      [column, 'n'],
    ] as const),
    ...(isBelow ? ([['Thuộc', null]] as const) : []),
    ['Mã trích dẫn', null],
  ];
  return columns
    .map(([title, kind]) => `<th scope="col"${kind === null ? '' : ` class="${kind}"`}>${title}</th>`)
    .join('');
}

function lineOf(row: PublishedRow, parent: string | null, isJudged: boolean): string {
  const target = row.targetHundredths === null ? dash : formatTarget(row.targetHundredths);
  // What one looks for first stands first: on a phone the others are beyond the edge.
  const cells = [
    `<th scope="row">${escaped(row.name)}</th>`,
    `<td class="n">${rateOf(row)}</td>`,
    isJudged ? `<td class="n">${target}</td><td class="${row.status}">${STATUS[row.status]}</td>` : '',
    `<td class="n">${whole(row.numerator)}</td>`,
    `<td class="n">${whole(row.denominator)}</td>`,
    parent === null ? '' : `<td>${escaped(parent)}</td>`,
    `<td class="ref"><a href="#${row.reference}">${row.reference}</a></td>`,
  ];
  return `<tr id="${row.reference}">${cells.join('')}</tr>`;
}

const rateOf = (row: Counts & { targetHundredths: number | null }): string =>
  formatRate(row, { locale: 'vi', targetHundredths: row.targetHundredths });

function others(current: PublishedPeriod, periods: readonly PublishedPeriod[]): string {
  const rest = periods.filter(({ path }) => path !== current.path);
  if (rest.length === 0) return '';
  const years = groupBy(rest, ({ closing }) => closing.to.slice(0, 4));
  const latest = rest[0]?.closing.to.slice(0, 4);
  const parts = [...years].map(([year, list]) => yearOf(year, list, year === latest));
  return `<nav aria-label="Các kỳ khác"><h2>Các kỳ khác</h2>${parts.join('')}</nav>`;
}

/** The periods that ended in a year, one line an indicator; only the latest year is open at once, for they grow with the years. */
function yearOf(year: string, periods: readonly PublishedPeriod[], isOpen: boolean): string {
  const link = ({ path, name }: PublishedPeriod) => `<a href="${PUBLIC_PATH}/${path}">${escaped(name)}</a>`;
  const lines = [...groupBy(periods, ({ indicator }) => indicator.name)].map(
    ([name, list]) => `<li>${escaped(name)}: ${list.map(link).join(' · ')}</li>`,
  );
  return `<details${isOpen ? ' open' : ''}><summary>Năm ${year}</summary><ul>${lines.join('')}</ul></details>`;
}

/** What is said where nothing is published: at all, or any more at this address. */
export function emptyPage(text: string, leadsOn = true): string {
  const back = !leadsOn ? '' : `<p><a href="${PUBLIC_PATH}">Các kỳ đang công bố</a></p>`;
  return documentOf('Số liệu công khai', `<header><h1>Số liệu công khai</h1></header><p>${escaped(text)}</p>${back}`);
}

function documentOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${PUBLIC_PATH}/trang.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** One look for all of it, by the colours of whoever reads. */
export const STYLE = `:root { color-scheme: light dark; --bg: #f6f7f9; --surface: #fff; --ink: #111827; --ink-2: #465063; --line: #e5e8ed; --accent: #1d4ed8; --met: #005ea2; --miss: #b3261e; --note: #fbf0d9; }
@media (prefers-color-scheme: dark) { :root { --bg: #0c0f15; --surface: #12161e; --ink: #e8ecf3; --ink-2: #a9b4c5; --line: #262d39; --accent: #8fb0ff; --met: #7cc0f5; --miss: #ff9c93; --note: #3a2f14; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 0.9375rem/1.5 system-ui, 'Noto Sans', sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.3; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.0625rem; }
p { margin: 0.5rem 0; max-width: 72ch; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.above, .period, .quiet { color: var(--ink-2); }
.above { margin-top: 0; font-size: 0.875rem; }
.made { padding: 0.5rem 0.75rem; background: var(--note); border-radius: 0.5rem; }
.headline { margin: 1.25rem 0; }
.headline strong { display: block; font-size: 2.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 0.625rem; background: var(--surface); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4375rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--ink-2); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; min-width: 11rem; }
tr:target { background: var(--note); }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.MET { color: var(--met); } .NOT_MET { color: var(--miss); } .NO_DOSSIERS, .NO_TARGET { color: var(--ink-2); }
.ref { color: var(--ink-2); font-size: 0.8125rem; white-space: nowrap; }
summary { cursor: pointer; padding: 0.25rem 0; font-weight: 600; }
nav ul { margin: 0; padding-left: 1.25rem; }
@media print { body { background: #fff; } .files, nav { display: none; } .wide { overflow: visible; border: 0; } }
`;
