/** Where e-mail is handed in, and in whose name. */
export interface SmtpConfig {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** Before it signs in or says anything it changes to TLS, or says nothing; else where the server offers it. */
  requireTls: boolean;
  /** Null: it does not sign in. */
  auth: { user: string; pass: string } | null;
  from: string;
}

/** A gateway that is called, and what its calls are signed with. */
export interface WebhookConfig {
  url: URL;
  secret: string;
  /** Hosts of the own network that may be called all the same. */
  privateHosts: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Hosts as they are written in a list. */
export function readHosts(text: string | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((host) => host !== '');
}

/** Words of ASCII with single dots between them, and a domain of two labels at least: no comments, nothing quoted, nothing unseen. */
const WORD = "[\\w!#$%&'*+/=?^`{|}~-]+";
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?';
const ADDRESS = new RegExp(`^${WORD}(?:\\.${WORD})*@${LABEL}(?:\\.${LABEL})+$`, 'u');

/** Whether a text is the address of somebody's mail: no list of several, and nothing that ends a line. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** `SMTP_URL` and `SMTP_FROM` belong together. Never says what the address was: it may hold a password. */
export function readSmtp(env: Env): SmtpConfig | null {
  const [text, from] = [env['SMTP_URL'], env['SMTP_FROM']];
  if (text === undefined && from === undefined) return null;
  if (text === undefined || from === undefined) throw new Error('SMTP_URL and SMTP_FROM are given together.');
  if (!/^smtps?:\/\//i.test(text) || !URL.canParse(text))
    throw new Error('SMTP_URL must be an address like smtp://user:password@host:587 or smtps://user:password@host.');
  if (!isMailAddress(from)) throw new Error(`SMTP_FROM must be an e-mail address, not "${from}".`);
  const url = new URL(text);
  const secure = url.protocol.toLowerCase() === 'smtps:';
  const tls = url.searchParams.get('tls') ?? 'offered';
  if (tls !== 'offered' && tls !== 'required') throw new Error('SMTP_URL may end in ?tls=required and nothing else.');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: tls === 'required',
    auth:
      url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
  };
}

const SHORTEST_SECRET = 16;

/** `WEBHOOK_URL` and `WEBHOOK_SECRET` belong together. Never says what the secret was. */
export function readWebhook(env: Env): WebhookConfig | null {
  const [text, secret] = [env['WEBHOOK_URL'], env['WEBHOOK_SECRET']];
  if (text === undefined && secret === undefined) return null;
  if (text === undefined || secret === undefined) throw new Error('WEBHOOK_URL and WEBHOOK_SECRET are given together.');
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    throw new Error('WEBHOOK_URL must be an address with http:// or https://.');
  if (secret.length < SHORTEST_SECRET)
    throw new Error(`WEBHOOK_SECRET must have ${SHORTEST_SECRET} characters at least.`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw new Error('WEBHOOK_URL must hold no password.');
  return { url, secret, privateHosts: readHosts(env['WEBHOOK_PRIVATE_HOSTS']) };
}
