import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, badInputs, conflict, notFound, type FieldProblem } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { keptFileName } from '../../app/body/file-name.ts';
import { knownFiles } from './files/files.queries.ts';
import { NAMELESS } from './files/media-type.ts';
import { decisionConflict } from './decision-conflicts.service.ts';
import { followingProcedures, FOLLOWERS } from './decision-followers.ts';
import {
  changeDecision,
  decisionsById,
  filesOfDecisions,
  insertDecision,
  isCitedByPlan,
  lockDecision,
  replaceFiles,
  type DecisionRow,
  type NewDecision,
} from './decisions.queries.ts';
import { auditedDecision, checkDecision, type DecisionDraft } from './decisions.service.ts';

/** What is told of a decision beyond its number and days; files stay as they are unless given. */
export interface DecisionAbout {
  signer?: string | null | undefined;
  title?: string | null | undefined;
  notes?: string | null | undefined;
  files?: { sha256: string; name?: string | null | undefined }[] | null | undefined;
}

/** A decision's whole header as it is to be. */
export interface DecisionHeader extends DecisionDraft, DecisionAbout {
  /** None: a new decision. */
  id?: string | null | undefined;
  /** The version that the caller saw; whatever it is unless given. */
  expectedVersion?: number | null | undefined;
}

const LONGEST = { signer: 200, title: 1_000, notes: 5_000 } as const;
const MOST_FILES = 20;

type Attached = { sha256: string; name: string }[] | null;

/**
 * Records a decision, or changes its header: CONFLICT, with the current version, where somebody was faster. Where its days move,
 * all that follows from them (lists, figures) is derived anew in the same transaction; those of a decision by which a plan was
 * issued stay as they are.
 */
export async function saveDecision(ctx: Context, draft: DecisionHeader): Promise<DecisionRow> {
  const decision: NewDecision = { ...(await checkDecision(ctx, 'input', draft)), ...checkTexts(draft, 'input') };
  const files = checkFiles(draft, 'input', draft.number);
  const known = draft.id ? await decisionById(ctx, draft.id) : null;
  const moves = known !== null && daysOf(known) !== daysOf(decision);
  const id = await ctx.write(
    'saveDecision',
    async (tx) => {
      if (moves) await lockDossiers(tx);
      await requireFiles(tx, files, 'input');
      const before = known && (await currentDecision(tx, ctx.provinceId, { known, draft, decision, files }));
      const saved = before
        ? await change(tx, ctx.provinceId, before, decision)
        : await insertDecision(tx, ctx.provinceId, tx.moment, decision);
      const attached = before ? await filesOfDecisions(tx, [saved]) : [];
      if (files !== null) await replaceFiles(tx, ctx.provinceId, tx.moment, saved, files);
      tx.audit({
        what: before ? 'DECISION_CHANGED' : 'DECISION_RECORDED',
        about: { kind: 'DECISION', id: saved },
        unitId: ctx.provinceId,
        before: before && { ...auditedDecision(before), version: before.version, files: attached.length },
        after: {
          ...auditedDecision(decision),
          version: (before?.version ?? 0) + 1,
          files: (files ?? attached).length,
        },
      });
      return saved;
    },
    { books: moves },
  );
  return decisionById(ctx, String(id));
}

/** What is told of a decision, checked: BAD_USER_INPUT below `path`. */
export function checkAbout(about: DecisionAbout, path: string, number: string) {
  return { texts: checkTexts(about, path), files: checkFiles(about, path, number), path };
}

/** Adds to a decision what is told of it: a text that is not told stays, files come to those that it has. */
export async function describeDecision(
  tx: Writer,
  provinceId: number,
  id: number,
  { texts, files, path }: ReturnType<typeof checkAbout>,
): Promise<void> {
  await requireFiles(tx, files, path);
  const current = await lockDecision(tx, provinceId, id);
  if (!current) return;
  const { signer, title, notes } = texts;
  const described = {
    ...current,
    signer: signer ?? current.signer,
    title: title ?? current.title,
    notes: notes ?? current.notes,
  };
  const attached = await filesOfDecisions(tx, [id]);
  const more = (files ?? []).filter((file) => !attached.some(({ sha256 }) => sha256 === file.sha256));
  const isSame = (['signer', 'title', 'notes'] as const).every((field) => described[field] === current[field]);
  if (isSame && more.length === 0) return;
  await changeDecision(tx, tx.moment, id, described);
  if (more.length > 0) await replaceFiles(tx, provinceId, tx.moment, id, [...attached, ...more]);
  tx.audit({
    what: 'DECISION_CHANGED',
    about: { kind: 'DECISION', id },
    unitId: provinceId,
    before: { ...auditedDecision(current), version: current.version, files: attached.length },
    after: { ...auditedDecision(described), version: current.version + 1, files: attached.length + more.length },
  });
}

/** The decision that an argument names, or NOT_FOUND. */
export async function decisionById(ctx: Context, id: string): Promise<DecisionRow> {
  const [found] = /^\d{1,9}$/.test(id) ? await decisionsById(ctx.read, ctx.provinceId, [Number(id)]) : [];
  if (!found) throw notFound('decision.unknown', { id: id.slice(0, 20) });
  return found;
}

function daysOf({ issuedOn, effectiveOn }: Pick<DecisionRow, 'issuedOn' | 'effectiveOn'>): string {
  return `${issuedOn} ${effectiveOn}`;
}

/** A header that is to be saved over a decision. */
interface Change {
  known: DecisionRow;
  draft: DecisionHeader;
  decision: NewDecision;
  files: Attached;
}

/** The decision as it is once its row is ours; CONFLICT, field by field, where it is not the one that the caller saw. */
async function currentDecision(tx: Writer, provinceId: number, change: Change): Promise<DecisionRow> {
  const { known, draft, decision, files } = change;
  const current = await lockDecision(tx, provinceId, known.id);
  const expected = draft.expectedVersion ?? known.version;
  if (!current) throw notFound('decision.unknown', { id: String(known.id) });
  if (current.version === expected) return current;
  const { number, issuedOn, effectiveOn, signer, title, notes } = decision;
  throw await decisionConflict(tx, {
    current,
    expected,
    own: (ancestor) => ({
      ...ancestor,
      ...{ number, issuedOn, effectiveOn, signer, title, notes },
      issuer:
        draft.issuer && draft.issuer !== ancestor.issuer?.code
          ? { code: draft.issuer, name: draft.issuer }
          : ancestor.issuer,
      files: files ?? ancestor.files,
    }),
  });
}

/** Gives the decision its next version; where its days move, what follows from them is derived and counted anew. */
async function change(tx: Writer, provinceId: number, before: DecisionRow, decision: NewDecision): Promise<number> {
  const { id } = before;
  if (daysOf(before) === daysOf(decision)) {
    await changeDecision(tx, tx.moment, id, decision);
    return id;
  }
  if (await isCitedByPlan(tx, id)) throw conflict('decision.citedByPlan', {}, { path: 'input.effectiveOn' });
  const { procedureIds, cause } = await followingProcedures(tx, provinceId, id);
  await bookCatalogueChange(tx, provinceId, cause, procedureIds, async () => {
    await changeDecision(tx, tx.moment, id, decision);
    for (const follower of FOLLOWERS) await follower.deriveAnew(tx, provinceId, id, 'input.effectiveOn');
  });
  return id;
}

function checkTexts(draft: DecisionAbout, path: string): Pick<NewDecision, 'signer' | 'title' | 'notes'> {
  const problems: FieldProblem[] = [];
  const clean = (field: keyof typeof LONGEST): string | null => {
    const text = draft[field]?.normalize('NFC').trim() ?? '';
    if (text.length > LONGEST[field] || text.includes('\0'))
      problems.push({ path: `${path}.${field}`, text: 'decision.text', params: { most: LONGEST[field] } });
    return text === '' ? null : text;
  };
  const texts = { signer: clean('signer'), title: clean('title'), notes: clean('notes') };
  if (problems.length > 0) throw badInputs(problems);
  return texts;
}

function checkFiles({ files }: DecisionAbout, path: string, number: string): Attached {
  if (!files) return null;
  if (files.length > MOST_FILES) throw badInput(`${path}.files`, 'input.tooMany', { most: MOST_FILES });
  const seen = new Map<string, { sha256: string; name: string }>();
  for (const { sha256, name } of files)
    seen.set(sha256, { sha256, name: keptFileName(name, NAMELESS) ?? number.slice(0, 100) });
  return [...seen.values()];
}

/** Every file that is to be attached has to be here already (POST /files). */
async function requireFiles(tx: Writer, files: Attached, path: string): Promise<void> {
  if (!files || files.length === 0) return;
  const known = new Set(
    (
      await knownFiles(
        tx,
        files.map(({ sha256 }) => sha256),
      )
    ).map(({ sha256 }) => sha256),
  );
  const missing = files.findIndex(({ sha256 }) => !known.has(sha256));
  if (missing >= 0) throw badInput(`${path}.files.${missing}.sha256`, 'file.unknown');
}
