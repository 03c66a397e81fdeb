import type { App } from './context.ts';
import { connectDatabase } from './database.ts';
import { metricsOf } from './metrics.ts';
import { Replica } from './replica.ts';
import { assumedUrl, roleName } from './server-role.ts';

/** The replica that the configuration names, reached as the server reaches the primary: in its own role where it has one. */
export function replicaOf(app: App, entities: Parameters<typeof connectDatabase>[1]): Replica | null {
  const { databaseReplicaUrl: owner } = app.config;
  if (owner === null) return null;
  const database = decodeURIComponent(new URL(owner).pathname.slice(1));
  const url = app.isWallWeak ? owner : assumedUrl(owner, roleName(database));
  return new Replica(
    () => connectDatabase(url, entities),
    app.log,
    (outcome) => metricsOf(app).countAtReplica(outcome),
  );
}
