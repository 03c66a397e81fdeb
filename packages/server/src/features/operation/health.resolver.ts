import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { warningText } from './health-texts.ts';
import { systemHealth } from './health.service.ts';
import { SystemHealth } from './health.types.ts';

@Resolver(() => SystemHealth)
export class SystemHealthResolver {
  @Query(() => SystemHealth, { description: 'How the server is, and what somebody should do.' })
  async systemHealth(@Ctx() ctx: Context): Promise<SystemHealth> {
    const { warnings, product, serverNow, isEmbedded, version, bytes, pool, chain, disk, ...same } =
      await systemHealth(ctx);
    return {
      ...same,
      version: product,
      now: serverNow,
      embedded: isEmbedded,
      databaseVersion: version,
      databaseBytes: bytes,
      connectionsInUse: pool.inUse,
      connectionsMost: pool.most,
      connectionsWaitedFor: pool.waiting,
      auditRows: chain.rows,
      auditHead: chain.head,
      diskFreeBytes: disk?.freeBytes ?? null,
      diskTotalBytes: disk?.totalBytes ?? null,
      warnings: warnings.map((one) => ({
        code: one.code,
        grade: one.grade,
        text: warningText(one, 'what', ctx.locale),
        toDo: warningText(one, 'toDo', ctx.locale),
      })),
    };
  }
}
