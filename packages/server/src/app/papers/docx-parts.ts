import { FONT, PAGE, PAGE_NUMBER_AT, WIDE_PAGE, type PageShape } from '@chi-tieu/shared/domain/paper/layout';
import { escaped } from '../sheets/xlsx.ts';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATED}"`;

/** Twentieths of a point in a length in millimetres: what Word measures in. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

const PARTS = ['header-first', 'header', 'footer-first', 'footer'] as const;
const partKind = (part: string): string => part.replace('-first', '');

/** The parts of a document besides its text: what belongs together, fonts, what stands at the top and the foot of pages. */
export function docxParts(title: string, foot: string, size: { number: number; foot: number }): Record<string, string> {
  const overrides = PARTS.map(
    (part) => `<Override PartName="/word/${part}.xml" ContentType="${KIND}.${partKind(part)}+xml"/>`,
  );
  const relations = PARTS.map(
    (part) => `<Relationship Id="${part}" Type="${RELATED}/${partKind(part)}" Target="${part}.xml"/>`,
  );
  const number = paragraph('center', `<w:fldSimple w:instr=" PAGE ">${run('2', size.number)}</w:fldSimple>`);
  const footer = paragraph('left', run(foot, size.foot));
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${KIND}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${KIND}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${KIND}.settings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${RELATED}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${RELATED}/styles" Target="styles.xml"/><Relationship Id="settings" Type="${RELATED}/settings" Target="settings.xml"/>${relations.join('')}</Relationships>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
    'word/settings.xml': `<w:settings ${NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/header-first.xml': `<w:hdr ${NAMESPACES}><w:p/></w:hdr>`,
    'word/header.xml': `<w:hdr ${NAMESPACES}>${number}</w:hdr>`,
    'word/footer-first.xml': `<w:ftr ${NAMESPACES}>${footer}</w:ftr>`,
    'word/footer.xml': `<w:ftr ${NAMESPACES}>${footer}</w:ftr>`,
  };
}

/** Which pages those of a section are. */
export interface DocxSection {
  isWide: boolean;
  /** It begins with the first page of the paper, which has no number. */
  isFirst: boolean;
}

/** The pages of a section: A4, its margins, the number of the page in the middle of the upper one and none on the first page. */
export function docxPage({ isWide, isFirst }: DocxSection): string {
  const page: PageShape = isWide ? WIDE_PAGE : PAGE;
  const margins = (['top', 'right', 'bottom', 'left'] as const).map((side) => `w:${side}="${twips(page[side])}"`);
  const references = PARTS.map(
    (part) =>
      `<w:${partKind(part)}Reference w:type="${part.endsWith('-first') ? 'first' : 'default'}" r:id="${part}"/>`,
  );
  return `<w:sectPr>${references.join('')}<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar ${margins.join(' ')} w:header="${twips(PAGE_NUMBER_AT)}" w:footer="${twips(PAGE_NUMBER_AT)}" w:gutter="0"/>${isFirst ? '<w:titlePg/>' : ''}</w:sectPr>`;
}

function paragraph(align: string, content: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="${align}"/></w:pPr>${content}</w:p>`;
}

function run(text: string, size: number): string {
  return `<w:r><w:rPr><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}
