import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { ProcedureDocument, StoredFile } from '../procedure-parts.types.ts';
import { knownFiles } from './files.queries.ts';

@Resolver(() => ProcedureDocument)
export class ProcedureFormResolver {
  @FieldResolver(() => StoredFile, {
    nullable: true,
    description: 'What its form is; null without one, and where the file is not kept here.',
  })
  async stored(@Root() { file }: ProcedureDocument, @Ctx() ctx: Context): Promise<StoredFile | null> {
    if (file === null) return null;
    return ctx.load('storedFile', file, async (ids) =>
      (await knownFiles(ctx.read, ids)).map(({ sha256, mediaType, bytes }) => ({ id: sha256, mediaType, bytes })),
    );
  }
}
