import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { UnreadableBody } from '../body/json-rows.ts';

/** What is done with the parts of an XML; names come without their prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const corrupt = (why: string) => new UnreadableBody(why, 'sheet.corrupt');

/** Walks through an XML as it is unpacked, a pause after each piece. Entities of a document's own are refused, with all that they could grow into. */
export async function* xmlSteps(stream: Readable, { open, text, close }: XmlHandlers): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw corrupt(error.message);
  });
  parser.on('doctype', () => {
    throw corrupt('a document type');
  });
  if (open) parser.on('opentag', ({ name, attributes }) => open(bare(name), attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', ({ name }) => close(bare(name)));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof UnreadableBody ? error : corrupt(error instanceof Error ? error.message : 'unreadable');
  } finally {
    stream.destroy();
  }
}

/** The same to its end. */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const steps = xmlSteps(stream, handlers);
  while (!(await steps.next()).done);
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
