import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { editProcedures } from './bulk-edit.service.ts';
import { BulkEdit, ProcedureChangesInput, ProcedureSelectionInput } from './bulk.types.ts';

@Resolver(() => BulkEdit)
export class BulkEditResolver {
  @Mutation(() => BulkEdit, {
    description:
      'Changes many procedures as one step that can be undone. Ask with `dryRun` first; its token does exactly that. CONFLICT where something changed meanwhile.',
  })
  editProcedures(
    @Arg('selection', () => ProcedureSelectionInput, { description: 'Which; a token goes before it.' })
    selection: ProcedureSelectionInput,
    @Arg('changes', () => ProcedureChangesInput, { description: 'What of each.' }) changes: ProcedureChangesInput,
    @Arg('dryRun', () => Boolean, { nullable: true, description: 'Tell what would change, and store nothing.' })
    dryRun: boolean | null,
    @Arg('token', () => String, { nullable: true, description: 'Of a dry run of the same changes.' })
    token: string | null,
    @Arg('expectedCount', () => Int, {
      nullable: true,
      description: 'Without a token: how many the caller expects; another number is a CONFLICT.',
    })
    expectedCount: number | null,
    @Ctx() ctx: Context,
  ): Promise<BulkEdit> {
    return editProcedures(ctx, { selection, changes, token, expectedCount, dryRun: dryRun ?? false });
  }
}
