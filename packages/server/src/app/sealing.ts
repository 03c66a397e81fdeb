import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { syncFolder } from './sync-folder.ts';

/** The file in DATA_DIR that holds the key where SECRETS_KEY does not. */
export const KEY_FILE = 'secrets.key';

const KEY_BYTES = 32;
const MARK_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key that secrets are sealed with, which the database never holds: what SECRETS_KEY says, else a file of DATA_DIR that is
 * made at first need and that nobody else may read. Of two processes that make it at once, both get the one that was first.
 */
export async function sealingKey({ secretsKey, dataDir }: Pick<Config, 'secretsKey' | 'dataDir'>): Promise<Buffer> {
  if (secretsKey !== null) return secretsKey;
  const file = join(dataDir, KEY_FILE);
  const key = (await readKey(file)) ?? (await makeKey(dataDir, file));
  if (key?.length !== KEY_BYTES) throw new Error(`${KEY_FILE} in DATA_DIR is not a key of ${KEY_BYTES} bytes`);
  return key;
}

async function readKey(file: string): Promise<Buffer | null> {
  try {
    return Buffer.from(await readFile(file, 'utf8'), 'base64');
  } catch (error) {
    if (isFileProblem(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Written whole under another name first: nobody ever reads half a key, and an older one is never overwritten. It is on the disk,
 * name and all, before anything is sealed with it.
 */
async function makeKey(folder: string, file: string): Promise<Buffer | null> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const text = `${randomBytes(KEY_BYTES).toString('base64')}\n`;
  try {
    await writeNew(draft, text);
    await link(draft, file).catch(async (error: unknown) => {
      if (isFileProblem(error, 'EEXIST')) return;
      if (!isFileProblem(error, ...WITHOUT_LINKS)) throw error;
      await writeNew(file, text).catch((second: unknown) => {
        if (!isFileProblem(second, 'EEXIST')) throw second;
      });
    });
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(folder);
  return readKey(file);
}

/** What folders on other machines may answer, which know no second name of a file. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isFileProblem(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Tells keys apart without saying anything of them. */
function markOf(key: Buffer): Buffer {
  return createHash('sha256').update('mark of ').update(key).digest().subarray(0, MARK_BYTES);
}

/** Seals a text (AES-256-GCM) for one place: moved to another one it does not open. */
export function seal(key: Buffer, text: string, place: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([markOf(key), iv, cipher.getAuthTag(), sealed]);
}

/** The text that was sealed for this place; null where it was sealed with another key. Throws for what was tampered with. */
export function unseal(key: Buffer, sealed: Buffer, place: string): string | null {
  if (!sealed.subarray(0, MARK_BYTES).equals(markOf(key))) return null;
  const [iv, tag] = [MARK_BYTES, MARK_BYTES + IV_BYTES];
  const start = tag + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(iv, tag), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(tag, start));
  return Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]).toString('utf8');
}
