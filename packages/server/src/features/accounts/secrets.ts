import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets are stored as hashes only: who reads the table cannot sign in with what is there. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
