import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';

/** What a certificate says. */
export interface CertificateFacts {
  /** The addresses that it is for. */
  addresses?: readonly string[];
  names?: readonly string[];
  /** Days from now, before or after. */
  fromDays?: number;
  toDays?: number;
  issuer?: string;
}

export interface MadeCertificate {
  cert: string;
  key: string;
}

const DAY_MS = 86_400_000;

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const bits = (value: Buffer): Buffer => der(0x03, Buffer.from([0]), value);
const time = (at: Date): Buffer =>
  der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`, 'ascii'));
/** A name with an organisation alone. */
const named = (organisation: string): Buffer =>
  sequence(der(0x31, sequence(oid('55040a'), der(0x0c, Buffer.from(organisation, 'utf8')))));

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));

/** A certificate signed by its own key, made by hand: no tool has to be there, and it may have ended long ago. */
export function makeCertificate(facts: CertificateFacts = {}): MadeCertificate {
  const { addresses = ['127.0.0.1'], names = [], fromDays = -1, toDays = 90, issuer = 'Thử nghiệm' } = facts;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const now = Date.now();
  const alternatives = sequence(
    ...names.map((name) => der(0x82, Buffer.from(name, 'ascii'))),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
  );
  const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), der(0x04, value));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    named(issuer),
    sequence(time(new Date(now + fromDays * DAY_MS)), time(new Date(now + toDays * DAY_MS))),
    named(issuer),
    spki,
    der(
      0xa3,
      sequence(
        extension('551d11', alternatives),
        extension('551d0e', der(0x04, createHash('sha1').update(spki).digest())),
      ),
    ),
  );
  const whole = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)));
  const cert = new X509Certificate(whole).toString();
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
