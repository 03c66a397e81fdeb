import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { putSwitch, switchOf } from './switch.queries.ts';
import type { PublicPage } from './switch.types.ts';

/**
 * Whether anybody may see what closed periods were published with. The installation decides where `PUBLIC_PAGE` says on or off; where it
 * says nothing the province does, and it is off until somebody there switched it on.
 */
export async function publicPage(ctx: Context): Promise<PublicPage> {
  const told = ctx.app.config.publicPage;
  const row = await switchOf(ctx.read, ctx.provinceId);
  return {
    isOn: told ?? row?.isOn ?? false,
    isFixed: told !== null,
    switchedAt: row?.at ?? null,
    switchedBy: row?.by ?? null,
  };
}

/** Switches the page; BAD_USER_INPUT where the installation decides. */
export async function switchPublicPage(ctx: Context, isOn: boolean): Promise<PublicPage> {
  if (ctx.app.config.publicPage !== null) throw badInput('on', 'publicPage.fixed');
  await ctx.write('switchPublicPage', async (tx) => {
    if (!(await putSwitch(tx, ctx.provinceId, isOn))) return;
    const about = { kind: 'PUBLIC_PAGE', id: 'cong-khai' } as const;
    tx.audit({ what: isOn ? 'PUBLIC_PAGE_ON' : 'PUBLIC_PAGE_OFF', about, unitId: ctx.provinceId });
  });
  return publicPage(ctx);
}
