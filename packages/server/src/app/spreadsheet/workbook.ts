import type { Readable } from 'node:stream';
import { UnreadableBody } from '../body/json-rows.ts';
import { showsDay } from './number-formats.ts';
import { readXml } from './xml-steps.ts';
import { ZipParts, type ZipLimits } from './zip-parts.ts';

/** A sheet of a workbook. */
export interface SheetOfBook {
  name: string;
  isHidden: boolean;
  part: string;
}

/** What is known of a workbook before its sheets are read. */
export interface Workbook {
  sheets: readonly SheetOfBook[];
  parts: ZipParts;
  sharedTexts: readonly string[];
  /** By the number of a cell's style, whether it shows a day. */
  dayStyles: readonly boolean[];
  isFrom1904: boolean;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Opens a workbook (.xlsx) from its bytes. Throws UnreadableBody with what is wrong in words for whoever sent it. */
export async function openWorkbook(bytes: Buffer, limits: ZipLimits): Promise<Workbook> {
  const parts = await ZipParts.open(bytes, limits);
  const main =
    (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!main.endsWith('.xml')) throw new UnreadableBody('a binary workbook', 'sheet.otherFormat');
  const stream = await parts.read(main, 'held');
  if (!stream) throw new UnreadableBody('no workbook in it', 'sheet.otherFormat');
  const relations = await relationsOf(parts, main);
  const { listed, isFrom1904 } = await readBook(stream);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const relation = byId.get(id);
    return relation?.type === 'worksheet' ? [{ ...sheet, part: relation.target }] : [];
  });
  if (sheets.length === 0) throw new UnreadableBody('no sheet in it', 'sheet.corrupt');
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  return {
    sheets,
    parts,
    isFrom1904,
    sharedTexts: await sharedTexts(await read(parts, partOf('sharedStrings'))),
    dayStyles: await dayStyles(await read(parts, partOf('styles'))),
  };
}

async function read(parts: ZipParts, name: string | undefined): Promise<Readable | null> {
  return name === undefined ? null : parts.read(name, 'held');
}

/** What a part refers to, by the last word of each kind; targets are names of parts. */
async function relationsOf(parts: ZipParts, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const stream = await parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`, 'held');
  const relations: Relation[] = [];
  if (stream)
    await readXml(stream, {
      open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
        if (name === 'Relationship')
          relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) });
      },
    });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `/${folder}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

async function readBook(stream: Readable) {
  const listed: { id: string; name: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  await readXml(stream, {
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      listed.push({ id, name: (attributes['name'] ?? '').normalize('NFC'), isHidden });
    },
  });
  return { listed, isFrom1904 };
}

async function sharedTexts(stream: Readable | null): Promise<string[]> {
  const texts: string[] = [];
  if (!stream) return texts;
  let text = '';
  let isText = false;
  let isReading = false;
  await readXml(stream, {
    open: (name) => {
      if (name === 'si') text = '';
      // How a text is pronounced is no part of it.
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function dayStyles(stream: Readable | null): Promise<boolean[]> {
  if (!stream) return [];
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCells = false;
  await readXml(stream, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(showsDay(id, formats.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}
