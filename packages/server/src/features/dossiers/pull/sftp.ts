import { createHash, timingSafeEqual } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import ssh2, { type Client, type SFTPWrapper, type Stats } from 'ssh2';
import { lookupOfSource } from './addresses.ts';
import type { Access, Cursor, FoundFile, Page } from './connector.ts';
import { filePages, type FileStore } from './file-pages.ts';
import { ReadingFailure } from './reading-failure.ts';

const SSH_PORT = 22;

/** Reads files of a folder on another machine, by SFTP; of a host whose key is the one that was pinned. */
export async function* readSftp(access: Access, _cursor: Cursor | null, signal: AbortSignal): AsyncGenerator<Page> {
  const url = new URL(access.source.address ?? '');
  const client = new ssh2.Client();
  const end = () => void client.destroy();
  signal.addEventListener('abort', end);
  try {
    const sftp = await opened(client, access, url);
    yield* filePages(new SftpFolder(sftp, decodeURIComponent(url.pathname) || '/'), access, signal);
  } catch (error) {
    throw signal.aborted ? new ReadingFailure('BROKEN_OFF') : error;
  } finally {
    signal.removeEventListener('abort', end);
    client.end();
  }
}

/** The fingerprint of a host's key, as ssh-keygen shows it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function isPinned(key: Buffer, pinned: string): boolean {
  const [told, wanted] = [Buffer.from(fingerprintOf(key)), Buffer.from(pinned)];
  return told.length === wanted.length && timingSafeEqual(told, wanted);
}

async function opened(client: Client, { source, secret, times, privateHosts }: Access, url: URL): Promise<SFTPWrapper> {
  const sock = await socketTo(url, privateHosts, times.timeoutMs);
  let refused: ReadingFailure | null = null;
  return new Promise<SFTPWrapper>((ready, failed) => {
    client.on('error', (error: Error & { level?: string }) => {
      const isRefused = error.level === 'client-authentication';
      failed(refused ?? new ReadingFailure(isRefused ? 'SIGN_IN_REFUSED' : 'UNREACHABLE'));
    });
    client.on('close', () => failed(refused ?? new ReadingFailure('UNREACHABLE')));
    client.on('ready', () =>
      client.sftp((error, sftp) => (error ? failed(new ReadingFailure('UNREACHABLE')) : ready(sftp))),
    );
    client.connect({
      sock,
      username: source.username ?? '',
      ...(secret.startsWith('-----BEGIN') ? { privateKey: secret } : { password: secret }),
      readyTimeout: times.timeoutMs,
      keepaliveInterval: times.timeoutMs,
      hostVerifier: (key: Buffer) => {
        const isRight = isPinned(key, source.hostKey ?? '');
        if (!isRight) refused = new ReadingFailure('HOST_KEY', { told: fingerprintOf(key) });
        return isRight;
      },
    });
  });
}

/** A connection to the address that was looked at, and to no other. */
function socketTo(url: URL, privateHosts: readonly string[], timeoutMs: number): Promise<Socket> {
  const lookup = lookupOfSource(url.hostname, privateHosts);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port: Number(url.port) || SSH_PORT, lookup });
  return new Promise((ready, failed) => {
    const fail = (error: unknown) => {
      socket.destroy();
      failed(error instanceof ReadingFailure ? error : new ReadingFailure('UNREACHABLE'));
    };
    const late = () => fail(new ReadingFailure('TIMEOUT', { seconds: timeoutMs / 1000 }));
    socket.setTimeout(timeoutMs, late).on('error', fail);
    socket.on('connect', () => {
      socket.setTimeout(0).off('timeout', late);
      ready(socket);
    });
  });
}

class SftpFolder implements FileStore {
  private readonly sftp: SFTPWrapper;
  private readonly folder: string;

  constructor(sftp: SFTPWrapper, folder: string) {
    this.sftp = sftp;
    this.folder = folder.replace(/\/+$/, '');
  }

  list(): Promise<FoundFile[]> {
    return new Promise((done, failed) => {
      this.sftp.readdir(this.folder || '/', (error, entries) => {
        if (error) failed(failureOf(error, this.folder));
        else done(entries.filter(({ attrs }) => isFile(attrs)).map(({ filename, attrs }) => fileOf(filename, attrs)));
      });
    });
  }

  look(path: string): Promise<FoundFile | null> {
    return new Promise((done, failed) => {
      this.sftp.lstat(`${this.folder}/${path}`, (error, stats) => {
        if (!error) return done(stats.isFile() ? fileOf(path, stats) : null);
        const failure = failureOf(error, this.folder);
        return failure.result === 'NO_FOLDER' ? done(null) : failed(failure);
      });
    });
  }

  open(path: string): Promise<Readable> {
    return Promise.resolve(this.sftp.createReadStream(`${this.folder}/${path}`) as unknown as Readable);
  }
}

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function failureOf(error: Error & { code?: unknown }, folder: string): ReadingFailure {
  const isMissing = error.code === NO_SUCH_FILE || error.code === PERMISSION_DENIED;
  return isMissing ? new ReadingFailure('NO_FOLDER', { folder }) : new ReadingFailure('UNREACHABLE');
}

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const isFile = ({ mode }: { mode: number }): boolean => (mode & FILE_TYPE) === REGULAR;

function fileOf(path: string, { size, mtime }: Pick<Stats, 'size' | 'mtime'>): FoundFile {
  return { path, size, modifiedAt: new Date(mtime * 1000) };
}
