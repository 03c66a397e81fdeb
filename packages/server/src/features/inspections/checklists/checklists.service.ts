import {
  LONGEST_ITEM,
  MOST_ITEMS,
  problemOfItems,
  STANDARD_CHECKLIST,
  type CheckItem,
  type Checklist,
} from '@chi-tieu/shared/domain/inspection/checklist';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { needAnywhere, needProvince } from '../../accounts/reach.service.ts';
import { checkSaidIfAny, checkSaidLine } from '../../plans/talk/said.service.ts';
import { insertChecklist, latestChecklists, versionsOfChecklist, type KeptChecklist } from './checklists.queries.ts';

/** The checklists that there are, each in its latest version; the standard one while nobody wrote another under its code. */
export async function allChecklists(ctx: Context): Promise<KeptChecklist[]> {
  await needAnywhere(ctx, 'inspection.work');
  return withStandard(await latestChecklists(ctx.read, ctx.provinceId));
}

const BROUGHT: KeptChecklist = { ...STANDARD_CHECKLIST, by: null, at: null };

function withStandard(kept: KeptChecklist[]): KeptChecklist[] {
  return kept.some(({ code }) => code === BROUGHT.code) ? kept : [BROUGHT, ...kept];
}

/** Every version of a checklist, the latest first: inspections hold the one that they were planned with. */
export async function allVersions(ctx: Context, code: string): Promise<KeptChecklist[]> {
  await needAnywhere(ctx, 'inspection.work');
  const kept = await versionsOfChecklist(ctx.read, ctx.provinceId, code);
  return code === BROUGHT.code ? [...kept, BROUGHT] : kept;
}

/** The latest version of a checklist, the standard one unless told; BAD_USER_INPUT where there is none. */
export async function checklistInUse(ctx: Context, code: string | null, path: string): Promise<Checklist> {
  const all = withStandard(await latestChecklists(ctx.read, ctx.provinceId));
  const found = all.find((one) => one.code === (code ?? STANDARD_CHECKLIST.code));
  if (!found) throw badInput(path, 'checklist.unknown', { code: code ?? '' });
  const { version, name, items } = found;
  return { code: found.code, version, name, items };
}

const CODE = /^[A-Z0-9][A-Z0-9_-]{0,29}$/;
const LONGEST_NAME = 300;
const PROBLEMS: Readonly<Record<'EMPTY' | 'MANY' | 'KEY' | 'TWICE' | 'TEXT' | 'HINT', ErrorText>> = {
  EMPTY: 'checklist.empty',
  MANY: 'input.tooMany',
  KEY: 'checklist.key',
  TWICE: 'checklist.twice',
  TEXT: 'checklist.text',
  HINT: 'checklist.text',
};

/** An item as it is kept: its texts stand in papers, and are no place for numbers of people. */
function itemIn({ key, text, expected, hint }: CheckItem, path: string): CheckItem {
  const said = checkSaidIfAny(`${path}.hint`, hint);
  const line = checkSaidLine(`${path}.text`, text, LONGEST_ITEM);
  return { key: key.trim(), text: line, expected, ...(said !== null && { hint: said }) };
}

/** Keeps the next version of a checklist: for inspections that are planned from then on. */
export async function saveChecklist(
  ctx: Context,
  given: { code: string; name: string; items: CheckItem[]; expectedVersion: number },
): Promise<Checklist> {
  await needProvince(ctx, 'inspection.lead');
  const { code, expectedVersion } = given;
  if (!CODE.test(code)) throw badInput('code', 'checklist.code');
  const name = checkSaidLine('name', given.name, LONGEST_NAME);
  const items = given.items.map((item, at) => itemIn(item, `items.${at}`));
  const problem = problemOfItems(items);
  if (problem)
    throw badInput('at' in problem ? `items.${problem.at}` : 'items', PROBLEMS[problem.what], { most: MOST_ITEMS });
  return ctx.write('saveChecklist', async (tx) => {
    const known = (await latestChecklists(tx, ctx.provinceId)).find((one) => one.code === code)?.version ?? 0;
    if (known !== expectedVersion) throw conflict('checklist.changed', {}, { facts: { version: known } });
    const checklist = { code, name, items, version: known + 1 };
    if (!(await insertChecklist(tx, ctx.provinceId, checklist)))
      throw conflict('checklist.changed', {}, { facts: { version: known + 1 } });
    const after = { version: checklist.version, items: items.length };
    tx.audit({ what: 'CHECKLIST_SAVED', about: { kind: 'CHECKLIST', id: code }, unitId: ctx.provinceId, after });
    return checklist;
  });
}
