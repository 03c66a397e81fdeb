import type { App } from '../../app/context.ts';
import { withClient } from '../../app/database.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { keepLate, publishedUnkept } from './reports.queries.ts';
import { composed, frozenParts } from './reports.service.ts';

const done = new WeakSet<App>();

/** Composes the parts of reports that were published before these were kept, each once; later versions of the product read what is kept. */
export async function keepOlder(app: App): Promise<void> {
  if (done.has(app)) return;
  await withClient(
    app.db,
    async (sql) => {
      for (let row = await publishedUnkept(sql, app.provinceId); row; row = await publishedUnkept(sql, app.provinceId))
        await keepLate(sql, row.id, frozenParts(composed(row)));
    },
    EVERYTHING,
  );
  done.add(app);
}
