import type { Context } from '../../app/context.ts';
import { gathered, type Waiting } from '../../app/waiting.ts';
import { reached } from '../accounts/reach.service.ts';
import { today } from '../units/units.service.ts';
import { draftsWaiting, importsWaiting } from './waiting.queries.ts';

/** Drafts of procedures, and imports of the catalogue that nobody applied or dropped, for who keeps it. */
export async function waitingCatalogue(ctx: Context): Promise<Waiting[]> {
  const edits = await reached(ctx, 'catalogue.edit');
  if (edits !== 'ALL') return [];
  const thing = ({ about, since, path }: { about: string | null; since: string; path: string }) => {
    return { unitId: null, about, since, due: null, path };
  };
  const day = today(ctx);
  const drafts = (await draftsWaiting(ctx.read, ctx.provinceId)).map(thing);
  const imports = (await importsWaiting(ctx.read, ctx.provinceId)).map(thing);
  return [
    ...gathered('PROCEDURE_DRAFT', '/thu-tuc/ban-nhap', drafts, day),
    ...gathered('CATALOGUE_IMPORT', '/thu-tuc/nhap', imports, day),
  ];
}
