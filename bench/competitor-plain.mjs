/** The least that answers the tree: node:http, one prepared statement, its JSON passed on. Started with DATABASE_URL and PORT. */
import { createServer } from 'node:http';
import pg from 'pg';
import { FROM, INDICATOR, TO, TREE_QUERY } from './competitor-schema.mjs';

const { DATABASE_URL: connectionString, PORT } = process.env;
const pool = new pg.Pool({ connectionString, max: 8 });
const QUESTION = { name: 'tree', text: TREE_QUERY, values: [INDICATOR, FROM, TO] };

createServer(async (request, response) => {
  if (request.url === '/health') return void response.end('ok');
  for await (const chunk of request) void chunk;
  const { rows } = await pool.query(QUESTION);
  const body = rows[0].body;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}).listen(Number(PORT), '127.0.0.1');
