import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity.ts';

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  identity: string;
}

const FILE = 'server.lock';
/** How long another server is given to finish ending before this one says that the folder is taken. */
const PATIENCE = 1_500;

/**
 * Takes the data folder for this process until it is released. What a killed process left behind is taken over.
 * Throws an Error with one plain sentence (Vietnamese, English) while another living process holds it, where its lock may not be
 * read, and where nothing can be written there.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, FILE);
  const mine = JSON.stringify({
    pid: process.pid,
    identity: processIdentity(process.pid),
    key: randomBytes(6).toString('hex'),
  });
  const until = Date.now() + PATIENCE;
  while (!createIn(folder, file, mine)) {
    const found = read(file);
    const holder = found === null ? null : living(found);
    if (Date.now() > until) refuseToWait(folder, file, holder);
    if (found !== null && holder === null) removeStale(file, found);
    await sleep(20);
  }
  return { release: () => release(file, mine) };
}

/** Whether a living process holds the folder now. */
export function isLocked(folder: string): boolean {
  return living(read(join(folder, FILE)) ?? '') !== null;
}

/** The folder is made too, where there is none. */
function createIn(folder: string, file: string, content: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return create(file, content);
  } catch (error) {
    throw explainUnwritable(folder, error);
  }
}

/** Made whole under another name and linked: nobody ever reads half a lock, and only one of two can be first. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves the stale lock aside; if somebody renewed it in between, what was moved is theirs and goes back. */
function removeStale(file: string, judged: string): void {
  const aside = `${file}.stale-${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== judged) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function living(content: string): Holder | null {
  try {
    const holder = JSON.parse(content) as Holder;
    return processIdentity(holder.pid) === holder.identity ? holder : null;
  } catch {
    return null;
  }
}

/** Why a file cannot be read; null where it can be, or is gone. */
function whyUnreadable(file: string): string | null {
  try {
    readFileSync(file);
    return null;
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : code;
  }
}

/** Throws where waiting longer leads nowhere. */
function refuseToWait(folder: string, file: string, holder: Holder | null): void {
  if (holder !== null) throw inUse(folder, holder.pid);
  const why = whyUnreadable(file);
  if (why === null) return;
  throw new Error(
    `Không đọc được khóa ${file} (${why}): thư mục dữ liệu do người dùng khác của máy sử dụng; hãy chạy bằng người dùng ấy hoặc đặt DATA_DIR khác. ` +
      `The lock ${file} cannot be read (${why}): another user of the machine uses the data folder; run as that user or set another DATA_DIR.`,
  );
}

const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT', 'ENAMETOOLONG'];

/** Anything else is none of whoever runs it, and stays what it is. */
function explainUnwritable(folder: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!UNWRITABLE.includes(code)) return error;
  return new Error(
    `Không ghi được vào thư mục dữ liệu ${folder} (${code}); hãy cấp quyền ghi hoặc đặt DATA_DIR khác. ` +
      `The data folder ${folder} cannot be written to (${code}); allow it or set another DATA_DIR.`,
    { cause: error },
  );
}

function inUse(folder: string, pid: number): Error {
  return new Error(
    `Thư mục dữ liệu ${folder} đang được một máy chủ khác sử dụng (tiến trình ${pid}); hãy dừng nó hoặc đặt DATA_DIR khác. ` +
      `The data folder is in use by another server (process ${pid}); stop it or set another DATA_DIR.`,
  );
}
