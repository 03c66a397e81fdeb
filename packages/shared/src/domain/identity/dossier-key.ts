import { readDossierCode } from '../dossier-code.ts';

/** A dossier of its own that one source writes under a code that others use for another one: the code and the source's number. */
const OWN = /^(.+)#(\d{1,9})$/;

/** What a dossier that is split off for a source is called: no code has such a form. */
export function ownKey(codeKey: string, sourceId: number): string {
  return `${codeKey}#${sourceId}`;
}

/** The code under which a split-off dossier comes, and whose; null of any other dossier. */
export function readOwnKey(key: string): { codeKey: string; sourceId: number } | null {
  const found = OWN.exec(key);
  return found ? { codeKey: found[1] ?? '', sourceId: Number(found[2]) } : null;
}

/** Under which code rows of a dossier come, and whose they are: null for everybody's. */
export function sentAs(key: string): { codeKey: string; sourceId: number | null } {
  return readOwnKey(key) ?? { codeKey: key, sourceId: null };
}

/** The key of the dossier that a text names, however its code is written; null where it names none. */
export function readDossierKey(text: string): string | null {
  const own = readOwnKey(text.trim());
  const key = readDossierCode(own?.codeKey ?? text)?.key ?? null;
  return key !== null && own ? ownKey(key, own.sourceId) : key;
}
