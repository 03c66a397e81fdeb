/**
 * `npm run sbom`: writes what ships as a CycloneDX 1.6 list (sbom.cdx.json, or the file that is named), from the lock file and
 * the installed packages alone. The same lock file gives the same list.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as CDX from '@cyclonedx/cyclonedx-library';
import { requireNode, root } from './project.mjs';
import { withLicences } from './licences.mjs';
import { shippedPackages } from './shipped.mjs';

const { Models, Enums, Serialize, Spec } = CDX;

/** The list as text. */
export function sbomOf(packages, { name, version }) {
  const bom = new Models.Bom({ serialNumber: serialOf(packages) });
  bom.metadata.component = new Models.Component(Enums.ComponentType.Application, name, {
    version,
    bomRef: `${name}@${version}`,
  });
  const components = new Map(packages.map((one) => [one.id, componentOf(one)]));
  for (const one of packages) {
    const component = components.get(one.id);
    bom.components.add(component);
    if (one.isNamed) bom.metadata.component.dependencies.add(component.bomRef);
    for (const id of one.needs) if (components.has(id)) component.dependencies.add(components.get(id).bomRef);
  }
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 1 })}\n`;
}

function componentOf({ id, name, version, licence, integrity, isOfConsole }) {
  const slash = name.indexOf('/');
  const component = new Models.Component(Enums.ComponentType.Library, name.slice(slash + 1), {
    ...(slash > 0 && { group: name.slice(0, slash) }),
    version,
    bomRef: id,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    scope: Enums.ComponentScope.Required,
  });
  component.licenses.add(
    /[ ()]/.test(licence) ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence),
  );
  const [, hash = ''] = /^sha512-(.*)$/.exec(integrity ?? '') ?? [];
  if (hash) component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(hash, 'base64').toString('hex'));
  component.properties.add(new Models.Property('chi-tieu:part', isOfConsole ? 'console' : 'server'));
  return component;
}

/** A number for the list that is the same for the same packages, in the form of a UUID. */
function serialOf(packages) {
  const hash = createHash('sha256')
    .update(packages.map(({ id, integrity }) => `${id} ${integrity}`).join('\n'))
    .digest('hex');
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `urn:uuid:${a}-${b}-4${c}-8${d}-${e}`;
}

if (process.argv[1] === join(root, 'scripts', 'sbom.mjs')) {
  requireNode();
  const file = resolve(process.argv[2] ?? join(root, 'sbom.cdx.json'));
  const packages = withLicences(shippedPackages());
  writeFileSync(file, sbomOf(packages, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))));
  console.log(`${packages.length} packages: ${file}`);
}
