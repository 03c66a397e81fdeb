import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from './project.mjs';
import { sayForgottenDashes } from './swallowed-options.mjs';

const HEAD = `7:${'a'.repeat(64)}`;

describe('an option of a tool that npm kept, for want of "--"', () => {
  it.each([
    [['audit:verify', '--head', HEAD]],
    [['audit:verify', `--head=${HEAD}`]],
    [['account:password', '--second-factor', 'admin']],
    [['account:password', '--second-factor=admin']],
  ])('ends npm run %o before anything is done', (args) => {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', ...args], { cwd: root, encoding: 'utf8' });
    expect(stderr).toContain(`npm run ${args[0]} -- ${args[1].split('=')[0]} …`);
    expect(stderr).toContain('npm đã giữ lại');
    expect(status).toBe(2);
  });

  it.each([[{}], [{ npm_config_heading: 'npm' }]])('is none in %o', (env) => {
    expect(sayForgottenDashes(env)).toBe(null);
  });
});
