import { describe, expect, it } from 'vitest';
import { en as ofPlaces } from './en.ts';
import { enOfWatching } from './enOfWatching.ts';
import { late } from './late.ts';
import { piecesOf, type Text } from './text.ts';
import { vi as first } from './vi.ts';

type Texts = Readonly<Record<string, Text>>;

const vi = { ...first, ...late };
const en = { ...ofPlaces, ...enOfWatching };

const paramsOf = (template: string): string[] => [
  ...new Set(piecesOf(template).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.param]))),
];
const fullest = (text: Text): string => (typeof text === 'string' ? text : text.other);

describe('the texts of the console', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it.each(Object.entries<Text>(vi))('take the same parameters in both languages: %s', (key, text) => {
    expect(paramsOf(fullest((en as Texts)[key] ?? '')).sort()).toEqual(paramsOf(fullest(text)).sort());
  });

  it.each(Object.entries({ ...vi, ...en } as Texts))('is not empty and carries no stray blanks: %s', (_key, text) => {
    const forms = typeof text === 'string' ? [text] : Object.values(text as object).map(String);
    for (const form of forms) expect(form).toMatch(/^\S(.*\S)?$/s);
  });

  it.each(Object.entries(vi as Texts))('is composed Unicode: %s', (_key, text) => {
    expect(fullest(text)).toBe(fullest(text).normalize('NFC'));
  });
});

/** Each file's own order; the merged one says nothing of it. */
const files = import.meta.glob<Record<string, Texts>>('./{vi,en}/*.ts', { eager: true });

it.each(Object.entries(files))('keeps the keys of %s sorted and within its own first word', (path, module) => {
  const word = /([\w-]+)\.ts$/.exec(path)?.[1];
  const keys = Object.values(module).flatMap((texts) => Object.keys(texts));
  expect(keys).toEqual([...keys].sort());
  expect(keys.filter((key) => !key.startsWith(`${word}.`))).toEqual([]);
});
