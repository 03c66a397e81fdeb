import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { argon2Of, isPasswordOf } from './password-threads.ts';

describe('the threads for passwords', () => {
  it('make a hash that the library itself knows, with the cost that OWASP recommends', async () => {
    const made = await argon2Of('con trâu đi trước');
    expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPasswordOf(made, 'con trâu đi trước')).toBe(true);
    expect(await isPasswordOf(await hash('x'), 'x')).toBe(true);
    expect(await isPasswordOf(made, 'cái cày đi sau')).toBe(false);
  });

  it('take what is no hash for nobody’s, and go on', async () => {
    expect(await isPasswordOf('not a hash', 'x')).toBe(false);
    expect(await isPasswordOf(await argon2Of('x'), 'x')).toBe(true);
  });

  it('give each question its own answer, many at once', async () => {
    const stored = await argon2Of('7');
    const asked = Array.from({ length: 12 }, (_, n) => isPasswordOf(stored, String(n)));
    expect((await Promise.all(asked)).map(String).indexOf('true')).toBe(7);
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });
});
