import { isProvinceOnly } from '@chi-tieu/shared/domain/access/rights';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { unitVersions } from '../../units/units.queries.ts';

/** Throws an Error with one plain sentence where OIDC_GRANTS names a unit that never was, or a role that means nothing there. */
export async function checkMapping({
  config,
  db,
  provinceId,
}: Pick<App, 'config' | 'db' | 'provinceId'>): Promise<void> {
  const grants = config.oidc?.grants ?? [];
  if (grants.length === 0) return;
  const versions = await withClient(db, (sql) => unitVersions(sql, provinceId, null));
  const ids = new Map(versions.map(({ code, unitId }) => [code, unitId]));
  for (const { role, unit } of grants) {
    const unitId = ids.get(unit);
    if (unitId === undefined) throw new Error(`OIDC_GRANTS names the unit "${unit}", which there never was.`);
    if (isProvinceOnly(role) && unitId !== provinceId)
      throw new Error(`OIDC_GRANTS gives ${role} for "${unit}": that role is held for the province only.`);
  }
}
