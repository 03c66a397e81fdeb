import { constants } from 'node:fs';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import ssh2, { type Attributes, type SFTPWrapper } from 'ssh2';
import { fingerprintOf } from '../src/features/dossiers/pull/sftp.ts';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

/** A real SFTP server over a folder, read only. */
export class SftpServer {
  readonly fingerprint: string;
  private readonly folder: string;
  private readonly server: ssh2.Server;
  /** So many reads are answered, then the line is cut; null: all. */
  cutsAfter: number | null = null;

  constructor(folder: string) {
    this.folder = folder;
    const key = ssh2.utils.generateKeyPairSync('ed25519');
    const parsed = ssh2.utils.parseKey(key.public);
    if (parsed instanceof Error) throw parsed;
    this.fingerprint = fingerprintOf(parsed.getPublicSSH());
    this.server = new ssh2.Server({ hostKeys: [key.private] }, (client) => {
      client.on('error', () => undefined);
      client.on('authentication', (ask) => {
        if (ask.method === 'password' && ask.username === 'h55' && ask.password === 'Mật khẩu thư mục') ask.accept();
        else ask.reject(['password']);
      });
      client.on('session', (accept) => {
        accept().on('sftp', (acceptSftp) => this.serve(acceptSftp(), () => client.end()));
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => void this.server.listen(0, '127.0.0.1', ready));
    return `sftp://127.0.0.1:${(this.server.address() as AddressInfo).port}/drop`;
  }

  close(): Promise<void> {
    return new Promise((closed) => void this.server.close(() => closed()));
  }

  private serve(sftp: SFTPWrapper, cut: () => void): void {
    const handles: (FileHandle | string[])[] = [];
    const give = (id: number, handle: FileHandle | string[]) =>
      void sftp.handle(id, Buffer.from(String(handles.push(handle) - 1)));
    const of = (handle: Buffer) => handles[Number(handle.toString())];
    const fail = (id: number, code: number = STATUS_CODE.NO_SUCH_FILE) => void sftp.status(id, code);
    const attributes = (id: number, path: string) =>
      void attrsOf(this.pathOf(path)).then(
        (attrs) => void sftp.attrs(id, attrs),
        () => fail(id),
      );
    sftp.on('OPENDIR', (id, path) => {
      if (path !== '/drop') return fail(id);
      readdir(this.folder).then(
        (names) => give(id, names),
        () => fail(id),
      );
    });
    sftp.on('READDIR', (id, handle) => {
      const names = of(handle);
      if (!Array.isArray(names) || names.length === 0) return fail(id, STATUS_CODE.EOF);
      const all = names.splice(0).map(async (filename) => {
        const attrs = await attrsOf(join(this.folder, filename));
        return { filename, longname: filename, attrs };
      });
      void Promise.all(all).then((entries) => void sftp.name(id, entries));
    });
    sftp.on('LSTAT', attributes);
    sftp.on('STAT', attributes);
    sftp.on('OPEN', (id, path, flags) => {
      if ((flags & OPEN_MODE.WRITE) !== 0) return fail(id, STATUS_CODE.PERMISSION_DENIED);
      open(this.pathOf(path), constants.O_RDONLY).then(
        (handle) => give(id, handle),
        () => fail(id),
      );
    });
    sftp.on('FSTAT', (id, handle) => {
      const file = of(handle);
      if (!file || Array.isArray(file)) return fail(id);
      file.stat().then(
        ({ size, mode, mtime, atime }) => void sftp.attrs(id, attributesOf(size, mode, mtime, atime)),
        () => fail(id),
      );
    });
    sftp.on('READ', (id, handle, offset, length) => {
      const file = of(handle);
      if (!file || Array.isArray(file)) return fail(id);
      if (this.cutsAfter !== null && (this.cutsAfter -= 1) < 0) return cut();
      file.read(Buffer.alloc(length), 0, length, offset).then(
        ({ bytesRead, buffer }) =>
          bytesRead === 0 ? fail(id, STATUS_CODE.EOF) : void sftp.data(id, buffer.subarray(0, bytesRead)),
        () => fail(id),
      );
    });
    sftp.on('CLOSE', (id, handle) => {
      const file = of(handle);
      if (file && !Array.isArray(file)) void file.close().catch(() => undefined);
      fail(id, STATUS_CODE.OK);
    });
  }

  private pathOf(path: string): string {
    return join(this.folder, basename(path));
  }
}

async function attrsOf(path: string): Promise<Attributes> {
  const { size, mode, mtime, atime } = await stat(path);
  return attributesOf(size, mode, mtime, atime);
}

function attributesOf(size: number, mode: number, mtime: Date, atime: Date): Attributes {
  const seconds = (at: Date) => Math.trunc(at.getTime() / 1000);
  return { size, mode, uid: 0, gid: 0, mtime: seconds(mtime), atime: seconds(atime) };
}
