/**
 * ESLint rule: imports point along the one road of docs/ARCHITECTURE.md, never back. Each entry of `roads` says for whom it
 * holds, what it forbids and why; the reason is the message.
 */
import { dirname, join, relative, sep } from 'node:path';
import { root } from '../project.mjs';

const DOMAIN = 'packages/shared/src/domain/';
const ADMIN = 'packages/admin/';
const SERVER = 'packages/server/';
const FEATURES = 'packages/server/src/features/';
const UI = 'packages/admin/src/ui/';

const isTest = (file) => /\.test\.ts$/.test(file);
const featureOf = (file) => (file.startsWith(FEATURES) ? file.slice(FEATURES.length).split('/')[0] : null);
const roleOf = (file) => /\.([a-z]+)\.ts$/.exec(file)?.[1] ?? null;

/** In this order a request passes them; what stands further left is not imported. */
const ROAD = ['resolver', 'service', 'queries'];
/** What a feature shows to others: what it does, what it knows, and the shapes of both. */
const OPEN = new Set(['service', 'queries', 'types', 'entity']);

const roads = [
  {
    holds: ({ from }) => from.startsWith(DOMAIN),
    forbids: ({ from, to, name }) =>
      !to?.startsWith(DOMAIN) && !(isTest(from) && ['vitest', 'fast-check', 'highs'].includes(name)),
    because:
      'Rules in shared/domain are pure and run in the server, in the page and in tests alike: they import only each other.',
  },
  {
    holds: ({ from }) => from.startsWith(UI),
    forbids: ({ to, name }) =>
      /^packages\/admin\/src\/(features|app)\//.test(to ?? '') ||
      /^(graphql|@apollo\/|@vue\/apollo|@chi-tieu\/shared\/generated\/)/.test(name),
    because:
      'Components in ui/ know nothing of the product: what they show is handed to them, so that they serve everywhere.',
  },
  {
    holds: ({ from }) => from.startsWith(ADMIN),
    forbids: ({ to, name }) => to?.startsWith(SERVER) || name.startsWith('@chi-tieu/server'),
    because: 'The console knows the server only by its contract (shared/schema.graphql) and the shared rules.',
  },
  {
    holds: ({ from }) => from.startsWith(SERVER),
    forbids: ({ to, name }) => to?.startsWith(ADMIN) || name.startsWith('@chi-tieu/admin'),
    because: 'The server does not depend on who shows its answers.',
  },
  {
    holds: ({ from, to }) =>
      featureOf(from) !== null && featureOf(to ?? '') !== null && featureOf(from) !== featureOf(to) && !isTest(from),
    forbids: ({ to }) => !OPEN.has(roleOf(to)),
    because:
      'A feature uses another through its *.service and *.queries and their shapes (*.types, *.entity) alone: the rest may change freely.',
  },
  {
    holds: ({ from, to }) => from.startsWith(FEATURES) && to?.startsWith(FEATURES) && !isTest(from),
    forbids: ({ from, to }) => {
      const [left, right] = [ROAD.indexOf(roleOf(from)), ROAD.indexOf(roleOf(to))];
      return left > -1 && right > -1 && right < left;
    },
    because:
      'One road for every request: resolver, then service, then queries. Nothing imports what stands to the left of it.',
  },
];

/** The file that a specifier means, relative to the project with forward slashes; null for packages. */
function target(filename, name) {
  if (name.startsWith('.'))
    return relative(root, join(dirname(filename), name))
      .split(sep)
      .join('/');
  const shared = /^@chi-tieu\/shared\/(domain|generated)\/(.+)$/.exec(name);
  return shared ? `packages/shared/src/${shared[1]}/${shared[2]}.ts` : null;
}

export const imports = {
  meta: { type: 'problem', docs: { description: 'Imports follow the architecture.' }, schema: [] },
  create(context) {
    const from = relative(root, context.filename).split(sep).join('/');
    const check = (node) => {
      const name = node.source?.value;
      if (typeof name !== 'string') return;
      const edge = { from, to: target(context.filename, name), name };
      const broken = roads.find((road) => road.holds(edge) && road.forbids(edge));
      if (broken) context.report({ node: node.source, message: broken.because });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
