/**
 * A load of our own: so many connections that each ask again as soon as they are answered, for so long. Speaks HTTP over bare
 * sockets, so that what asks takes as little of the machine as possible from what answers.
 */
import { connect } from 'node:net';

/** { perSecond, answers } of one server that is asked one thing by `connections` at once for `ms`. */
export async function load({ url, path, method = 'POST', headers = {}, body = '' }, { connections, ms }) {
  const { hostname, port, host } = new URL(url);
  const lines = Object.entries({ host, 'content-length': Buffer.byteLength(body), ...headers });
  const request = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
  const began = performance.now();
  const until = began + ms;
  const counts = await Promise.all(
    Array.from({ length: connections }, () => askAgainAndAgain({ hostname, port, request }, until)),
  );
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return { answers, perSecond: (answers * 1000) / (performance.now() - began) };
}

function askAgainAndAgain({ hostname, port, request }, until) {
  return new Promise((resolve, reject) => {
    let answers = 0;
    let come = Buffer.alloc(0);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () => socket.write(request));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('a server closed the connection')));
    socket.on('data', (chunk) => {
      come = come.length === 0 ? chunk : Buffer.concat([come, chunk]);
      const answer = wholeAnswer(come);
      if (answer === null) return;
      if (answer.status !== 200)
        return reject(new Error(`answered ${answer.status}: ${come.toString('utf8', 0, 600)}`));
      come = come.subarray(answer.bytes);
      answers += 1;
      if (performance.now() < until) return void socket.write(request);
      socket.removeAllListeners('close');
      socket.end();
      resolve(answers);
    });
  });
}

const HEAD_END = Buffer.from('\r\n\r\n');
const CHUNKS_END = Buffer.from('\r\n0\r\n\r\n');

/** Status and bytes of the first answer, or null while it has not come whole. */
function wholeAnswer(come) {
  const headEnd = come.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = come.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (length) {
    const bytes = headEnd + 4 + Number(length[1]);
    return come.length < bytes ? null : { status, bytes };
  }
  const end = come.indexOf(CHUNKS_END, headEnd);
  return end < 0 ? null : { status, bytes: end + CHUNKS_END.length };
}
