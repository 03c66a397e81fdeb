import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { keptFileName } from '../../../app/body/file-name.ts';

let api: Api;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj');

async function keep(payload: Buffer, headers: Record<string, string> = {}) {
  const answer = await api.raw({ method: 'POST', url: '/files', payload, headers });
  return {
    status: answer.statusCode,
    body: answer.json<{ sha256: string; mediaType: string; bytes: number; code: string }>(),
  };
}

async function attach(sha256: string, name: string): Promise<void> {
  const input = { number: `tệp ${sha256.slice(0, 8)}`, issuedOn: '2022-01-01', files: [{ sha256, name }] };
  await api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', { input });
}

const give = (sha256: string) => api.raw({ method: 'GET', url: `/files/${sha256}` });

describe('a file that is sent', () => {
  it('is kept by its content: the same again is the same file', async () => {
    const first = await keep(PDF);
    expect([first.status, first.body]).toEqual([
      200,
      { sha256: expect.stringMatching(/^[\da-f]{64}$/) as string, mediaType: 'application/pdf', bytes: PDF.length },
    ]);
    expect((await keep(PDF, { 'content-type': 'text/plain' })).body).toEqual(first.body);
    const { rows } = await api.db.query('select count(*)::int as n from stored_file where sha256 = $1', [
      first.body.sha256,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  const zip = (name: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(name)]);
  it.each<[string, Buffer, string]>([
    ['Word', zip('word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['Excel', zip('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['ZIP', zip('ảnh.jpg'), 'application/zip'],
    ['old Office', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'application/x-ole-storage'],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
    ['JPEG', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
  ])('is told by its bytes to be %s, whatever is said of it', async (_what, content, mediaType) => {
    const { status, body } = await keep(content, { 'content-type': 'application/pdf' });
    expect([status, body.mediaType]).toEqual([200, mediaType]);
  });

  it.each<[string, Buffer, number]>([
    ['nothing', Buffer.alloc(0), 400],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 415],
    ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['a program', Buffer.from('7f454c46', 'hex'), 415],
    ['more than 30 MB', Buffer.concat([PDF, Buffer.alloc(30 * 1024 * 1024)]), 413],
  ])('is refused where it is %s', async (_what, content, status) => {
    expect((await keep(content)).status).toBe(status);
  });

  it('is refused packed, from a form, and from who may not edit the catalogue', async () => {
    expect((await keep(PDF, { 'content-encoding': 'gzip' })).status).toBe(415);
    const { cookie = '' } = await api.headers();
    const form = {
      method: 'POST',
      url: '/files',
      payload: PDF,
      headers: { cookie, 'content-type': 'text/plain' },
    } as const;
    expect((await api.server.inject(form)).statusCode).toBe(403);
    const clerk = api.as(await buildAccount(api, { role: 'CLERK' }));
    expect((await clerk.raw({ method: 'POST', url: '/files', payload: PDF })).statusCode).toBe(403);
  });

  it('may have 30 MB, and comes back byte by byte', async () => {
    const large = Buffer.concat([PDF, randomBytes(30 * 1024 * 1024 - PDF.length)]);
    const { status, body } = await keep(large);
    expect(status).toBe(200);
    expect((await give(body.sha256)).rawPayload.equals(large)).toBe(true);
  });

  it('leaves an event that tells its length and no name', async () => {
    const { body } = await keep(Buffer.from('%PDF-1.4 một tệp khác'));
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: { text: string }[] } }>(
      `{ auditTrail(about: "FILE:${body.sha256}") { nodes { text } } }`,
    );
    expect(auditTrail.nodes.map(({ text }) => text)).toEqual([expect.stringContaining('lưu một tệp')]);
  });
});

describe('a file that is given', () => {
  it('is shown in place where it is a PDF, under a policy that lets it do nothing', async () => {
    const { body } = await keep(PDF);
    await attach(body.sha256, 'QĐ 402 (bản "chính").pdf');
    const { headers, rawPayload } = await give(body.sha256);
    expect(rawPayload.equals(PDF)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename*=UTF-8''Q%C4%90%20402%20%28b%E1%BA%A3n%20ch%C3%ADnh%29.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'self'/);
  });

  it('is downloaded where it is anything else, and sandboxed', async () => {
    const { body } = await keep(Buffer.from('89504e470d0a1a0a01', 'hex'));
    await attach(body.sha256, 'ảnh.png');
    const { headers } = await give(body.sha256);
    expect(headers['content-disposition']).toMatch(/^attachment;/);
    expect(headers['content-security-policy']).toMatch(/; sandbox$/);
  });

  it('is not there before it belongs to a decision, but for editors, and where nobody sent it', async () => {
    const { body } = await keep(Buffer.from('%PDF-1.4 chưa thuộc về đâu'));
    const viewer = api.as(await buildAccount(api, { role: 'VIEWER' }));
    const look = (sha256: string) => viewer.raw({ method: 'GET', url: `/files/${sha256}` });
    expect([(await give(body.sha256)).statusCode, (await look(body.sha256)).statusCode]).toEqual([200, 404]);
    for (const sha256 of ['a'.repeat(64), 'x', `${body.sha256}0`, "'or'1"])
      expect((await give(sha256)).statusCode).toBe(404);
  });
});

describe('the form of a document of a procedure', () => {
  const CODE = '2.000815';
  const save = (documents: object[], kept = false) =>
    api.gql(
      kept
        ? 'mutation ($input: ProcedureInput!) { saveProcedureDraft(input: $input) { version } }'
        : 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }',
      { input: kept ? procedure(documents) : [procedure(documents)] },
    );
  const procedure = (documents: object[]) => ({ code: CODE, name: 'Chứng thực', tiers: ['COMMUNE'], documents });
  const viewer = async () => api.as(await buildAccount(api, { role: 'VIEWER', unit: '05503' }));
  const look = async (sha256: string) =>
    (await (await viewer()).raw({ method: 'GET', url: `/files/${sha256}` })).statusCode;

  it('is given to whoever reads procedures, under the name of the document, and in an old version too', async () => {
    const { body: first } = await keep(Buffer.from('%PDF-1.4 mẫu thứ nhất'));
    const { body: second } = await keep(
      Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml')]),
    );
    await save([{ name: 'Tờ khai / mẫu "01"', file: first.sha256 }], true);
    expect(await look(first.sha256)).toBe(404);
    await save([{ name: 'Tờ khai / mẫu "01"', file: first.sha256 }]);
    expect(await look(first.sha256)).toBe(200);
    expect((await give(first.sha256)).headers['content-disposition']).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('Tờ khai mẫu 01.pdf')}`,
    );
    await save([{ name: 'Tờ khai', file: second.sha256 }]);
    expect([await look(first.sha256), await look(second.sha256)]).toEqual([200, 200]);
    expect((await give(second.sha256)).headers['content-disposition']).toMatch(/^attachment; .*\.docx$/);
    const { procedure: shown } = await api.ask<{ procedure: unknown }>(
      `{ procedure(code: "${CODE}") { documents { name file stored { mediaType bytes } }
           difference(from: 1, to: 2, on: "2022-01-01") { field before after } } }`,
    );
    expect(shown).toMatchObject({
      documents: [{ file: second.sha256, stored: { mediaType: second.mediaType, bytes: second.bytes } }],
      difference: [{ field: 'documents', before: [{ file: first.sha256 }], after: [{ file: second.sha256 }] }],
    });
  });

  it('has to be sent before it is named, for a draft too, and is told at its place', async () => {
    const documents = [{ name: 'Đơn' }, { name: 'Tờ khai', file: 'b'.repeat(64) }];
    for (const [kept, path] of [
      [false, 'input.0.documents.1.file'],
      [true, 'input.documents.1.file'],
    ] as const) {
      const { code, fields } = await save(documents, kept);
      expect([code, fields]).toEqual(['BAD_USER_INPUT', [{ path, message: 'Tệp này chưa được gửi lên.' }]]);
    }
    expect(await look('b'.repeat(64))).toBe(404);
  });

  it('is called Excel where old Office says so', async () => {
    const old = (stream: string) =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);
    for (const [stream, ending] of [
      ['Workbook', 'xls'],
      ['WordDocument', 'doc'],
    ] as const) {
      const { body } = await keep(old(stream));
      await save([{ name: 'Biểu mẫu', file: body.sha256 }]);
      expect((await give(body.sha256)).headers['content-disposition']).toMatch(new RegExp(`\\.${ending}$`));
    }
  });
});

describe('the name of a file', () => {
  it.each([
    ['QĐ 402.pdf', 'QĐ 402.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Tài liệu\\QĐ.pdf', 'QĐ.pdf'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['a\r\nSet-Cookie: b.pdf', 'aSet-Cookie b.pdf'],
    ['..hidden.pdf', 'hidden.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
    ['', null],
    ['...', null],
    [null, null],
  ])('%j becomes %j', (name, kept) => {
    expect(keptFileName(name)).toBe(kept);
  });
});
