import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal, sealingKey, unseal } from './sealing.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'ct-key-')), 'data');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true }));

describe('the key', () => {
  it('is made once, by however many ask at once, and only its owner may read it', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => sealingKey({ secretsKey: null, dataDir })));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await sealingKey({ secretsKey: null, dataDir })).toEqual(keys[0]);
    expect(await readdir(dataDir)).toEqual(['secrets.key']);
    expect((await stat(join(dataDir, 'secrets.key'))).mode & 0o777).toBe(0o600);
  });

  it('is the one that was told, and then no file is made', async () => {
    const secretsKey = Buffer.alloc(32, 1);
    expect(await sealingKey({ secretsKey, dataDir })).toBe(secretsKey);
    await expect(readdir(dataDir)).rejects.toThrow();
  });
});

describe('what is sealed', () => {
  const key = Buffer.alloc(32, 1);

  it('opens with its key at its place, and is never the same twice', () => {
    const [one, two] = [seal(key, 'bí mật', 'a'), seal(key, 'bí mật', 'a')];
    expect([unseal(key, one, 'a'), unseal(key, two, 'a')]).toEqual(['bí mật', 'bí mật']);
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain('mật');
  });

  it('is null to another key, and refused at another place or changed', () => {
    const sealed = seal(key, 'bí mật', 'a');
    expect(unseal(Buffer.alloc(32, 2), sealed, 'a')).toBeNull();
    expect(() => unseal(key, sealed, 'b')).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => unseal(key, sealed, 'a')).toThrow();
  });
});
