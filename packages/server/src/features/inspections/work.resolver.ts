import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { notFound } from '../../app/errors.ts';
import { saveChecklist } from './checklists/checklists.service.ts';
import { recordFinding, stepFinding } from './findings/findings.service.ts';
import { CheckAnswer, InspectionMove, SampleResult } from './inspections.enums.ts';
import {
  ChecklistItemInput,
  FindingInput,
  FindingStepInput,
  InspectionInput,
  SampleInput,
} from './inspections.inputs.ts';
import { showInspection } from './inspections.resolver.ts';
import { inspectionById } from './inspections.service.ts';
import { Checklist, Inspection, showItem } from './inspections.types.ts';
import { makeMinutes } from './minutes/minutes.service.ts';
import { changeInspection, moveInspection, planInspection, type PlanGiven } from './planning/plan.service.ts';
import { drawSealed, judgeDrawn, sealSample } from './samples/samples.service.ts';
import { answerItem } from './checklists/sheet.service.ts';

const NOTE = 'What is noted with it: at most 2,000 characters, without numbers of citizens and codes of dossiers.';

/** What is done about inspections. */
@Resolver()
export class InspectionWorkResolver {
  @Mutation(() => Inspection, { description: 'Plans an inspection: its units do not know of it yet.' })
  async planInspection(
    @Arg('input', () => InspectionInput) input: InspectionInput,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    return shown(ctx, await planInspection(ctx, given(input)));
  }

  @Mutation(() => Inspection, { description: 'Plans it otherwise, until its units are told.' })
  async changeInspection(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => InspectionInput) input: InspectionInput,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    await changeInspection(ctx, id, given(input), expectedVersion);
    return shown(ctx, id);
  }

  @Mutation(() => Inspection, { description: 'Announces it, begins it, concludes it or calls it off.' })
  async moveInspection(
    @Arg('id', () => ID) id: string,
    @Arg('move', () => InspectionMove, { description: 'Where to.' }) move: InspectionMove,
    @Arg('text', () => String, { nullable: true, description: 'What is concluded, or why it is called off.' })
    text: string | null,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    await moveInspection(ctx, { id, move, text: text ?? null, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Inspection, { description: 'Answers an item of the checklist at a unit, or answers otherwise.' })
  async answerItem(
    @Arg('id', () => ID) id: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('item', () => String, { description: 'The key of the item.' }) item: string,
    @Arg('answer', () => CheckAnswer, { description: 'What was found.' }) answer: CheckAnswer,
    @Arg('note', () => String, { nullable: true, description: NOTE }) note: string | null,
    @Arg('expectedVersion', () => Int, { description: 'Which answer the caller saw; 0: none yet.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    await answerItem(ctx, { id, unit, item, answer, note: note ?? null, expectedVersion });
    return shown(ctx, id);
  }

  @Mutation(() => Inspection, {
    description: 'Seals the list that a sample is drawn from, as it is known now: drawSample draws from it afterwards.',
  })
  async sealSample(@Arg('input', () => SampleInput) input: SampleInput, @Ctx() ctx: Context): Promise<Inspection> {
    const { inspection, unit, indicator, list, from, to, size, scope, reason } = input;
    const asked = { inspection, unit, indicator, list, from, to, size };
    await sealSample(ctx, { ...asked, scope: scope ?? 'SUBTREE', reason: reason ?? null });
    return shown(ctx, input.inspection);
  }

  @Mutation(() => Inspection, { description: 'Makes the seed of a sealed sample, and draws. Once.' })
  async drawSample(
    @Arg('sample', () => ID, { description: 'The id of the sample.' }) sample: string,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    return shown(ctx, await drawSealed(ctx, sample));
  }

  @Mutation(() => Inspection, { description: 'Says what was found at a dossier that was drawn.' })
  async judgeDrawn(
    @Arg('sample', () => ID, { description: 'The id of the sample.' }) sample: string,
    @Arg('place', () => Int, { description: 'Its place in the draw.' }) place: number,
    @Arg('result', () => SampleResult, { description: 'What was found.' }) result: SampleResult,
    @Arg('note', () => String, { nullable: true, description: `${NOTE} Needed unless it matches.` })
    note: string | null,
    @Arg('expectedVersion', () => Int, { description: 'Which judgement the caller saw; 0: none yet.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    return shown(ctx, await judgeDrawn(ctx, { sample, place, result, note: note ?? null, expectedVersion }));
  }

  @Mutation(() => Inspection, { description: 'Records what was found at a unit, and until when it is to be remedied.' })
  async recordFinding(@Arg('input', () => FindingInput) input: FindingInput, @Ctx() ctx: Context): Promise<Inspection> {
    const { inspection, unit, item, severity, text, dueOn, files } = input;
    await recordFinding(ctx, { inspection, unit, item: item ?? null, severity, text, dueOn, files: files ?? [] });
    return shown(ctx, input.inspection);
  }

  @Mutation(() => Inspection, { description: 'Takes a step of a finding: its unit, or those who inspect.' })
  async stepFinding(
    @Arg('input', () => FindingStepInput) input: FindingStepInput,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    const { finding: id, act, teamOnly, expectedVersion, text = null, dueOn = null, files } = input;
    return shown(ctx, await stepFinding(ctx, { id, act, text, dueOn, files: files ?? [], teamOnly, expectedVersion }));
  }

  @Mutation(() => Inspection, { description: 'Makes out the minutes of a unit as it stands, and keeps them.' })
  async makeInspectionMinutes(
    @Arg('id', () => ID) id: string,
    @Arg('unit', () => ID) unit: string,
    @Ctx() ctx: Context,
  ): Promise<Inspection> {
    await makeMinutes(ctx, id, unit);
    return shown(ctx, id);
  }

  @Mutation(() => Checklist, { description: 'Keeps the next version of a checklist, for inspections to come.' })
  async saveChecklist(
    @Arg('code', () => String, { description: 'Its code: A to Z, digits, - and _, 30 at most.' }) code: string,
    @Arg('name', () => String, { description: 'What it is called.' }) name: string,
    @Arg('items', () => [ChecklistItemInput], { description: 'All its items, 100 at most.' })
    items: ChecklistItemInput[],
    @Arg('expectedVersion', () => Int, { description: 'The version that the caller saw; 0 of a new one.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Checklist> {
    const plain = items.map(({ key, text, expected, hint }) => ({
      key,
      text,
      expected,
      ...(hint != null && { hint }),
    }));
    const saved = await saveChecklist(ctx, { code, name, items: plain, expectedVersion });
    return { ...saved, items: saved.items.map(showItem) };
  }
}

function given(input: InspectionInput): PlanGiven {
  const { decisionNumber = null, decisionOn = null, checklist = null } = input;
  const { leadUnit, title, purpose, from, to, indicator, figuresFrom, figuresTo, units, members, lead } = input;
  const plain = { leadUnit, title, purpose, from, to, indicator, figuresFrom, figuresTo, units, members, lead };
  return { ...plain, decisionNumber, decisionOn, checklist };
}

async function shown(ctx: Context, id: string): Promise<Inspection> {
  const row = await inspectionById(ctx, id);
  if (!row) throw notFound('inspection.unknown');
  return showInspection(row);
}
