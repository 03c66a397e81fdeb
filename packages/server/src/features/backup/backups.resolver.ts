import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import type { BackupOrigin } from '../../app/enums.ts';
import { backupsState, beginBackup, checkBackup, type BackupsState } from './backups.service.ts';
import { Backups } from './backups.types.ts';

@Resolver(() => Backups)
export class BackupsResolver {
  @Query(() => Backups, { description: 'The backups that there are, the one that is being made, and the schedule.' })
  async backups(@Ctx() ctx: Context): Promise<Backups> {
    return show(await backupsState(ctx.app));
  }

  @Mutation(() => Backups, {
    description: 'Begins a backup; CONFLICT while one is being made. `backups` tells how far it is.',
  })
  async startBackup(@Ctx() ctx: Context): Promise<Backups> {
    return show(await beginBackup(ctx));
  }

  @Mutation(() => Backups, {
    description:
      'Begins to read a backup from its first byte to its last and to compare it with its seal; `backups` tells what it came to.',
  })
  async checkBackup(@Arg('name', () => String) name: string, @Ctx() ctx: Context): Promise<Backups> {
    return show(await checkBackup(ctx, name));
  }
}

const ORIGINS = { command: 'COMMAND', console: 'CONSOLE', schedule: 'SCHEDULE' } as const;

/** A file of a version to come may name another origin. */
function originOf(origin: string | null): BackupOrigin | null {
  return Object.entries(ORIGINS).find(([written]) => written === origin)?.[1] ?? null;
}

function show({ files, running, ...state }: BackupsState): Backups {
  return {
    ...state,
    files: files.map((file) => ({ ...file, origin: originOf(file.origin) })),
    running: running && { ...running, origin: ORIGINS[running.origin] },
  };
}
