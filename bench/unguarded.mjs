/**
 * The same product on the same database, but past the second wall: it connects as the owner, for whom no row is hidden. Only to be
 * measured beside the other one. Started by authorisation.mjs with DATABASE_URL and PORT.
 */
import { createRequire } from 'node:module';

const dist = (name) => new URL(`../packages/server/dist/app/${name}.js`, import.meta.url).href;
const require = createRequire(new URL('../packages/server/package.json', import.meta.url));
require('reflect-metadata');
const { pino } = require('pino');
const { readConfig } = await import(dist('config'));
const { connectDatabase, withClient } = await import(dist('database'));
const { buildServer } = await import(dist('http/server'));
const { ENTITIES } = await import(dist('start'));

const config = readConfig(process.env);
const db = await connectDatabase(config.databaseUrl, ENTITIES);
const province = await withClient(db, (sql) => sql.row(`select id from unit where kind = 'PROVINCE'`));
const app = { config, db, log: pino({ level: 'error' }), provinceId: province.id, now: () => new Date() };
const server = await buildServer(app);
await server.listen({ host: '127.0.0.1', port: config.port });
