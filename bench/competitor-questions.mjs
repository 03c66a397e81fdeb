/** The same questions to each: text for text what is sent, and what of the answer has to be equal. */
import { TO, FROM, INDICATOR } from './competitor-schema.mjs';

const json = (body) => ({
  path: '/graphql',
  headers: { 'content-type': 'application/json', accept: 'application/json', 'apollo-require-preflight': '1' },
  body: JSON.stringify(body),
});

const PERIOD = `indicator: "${INDICATOR}", from: "${FROM}", to: "${TO}"`;
const RATE = `attainment(${PERIOD}) { numerator denominator rate target }`;
const FIGURE = 'figure { numerator denominator rate target }';

export const PRODUCT = {
  tree: json({
    query: `{ unit(code: "19", on: "${TO}") { code name ${RATE} children { code name ${RATE} children { code name ${RATE} } } } }`,
  }),
  procedures: json({
    query: `{ procedures(first: 50, sort: { by: CODE }) { nodes { code name field revisions { version at } periods { from to }
      listEntries { tier level from to list { code } } } } }`,
  }),
};

export const POSTGRAPHILE = {
  tree: {
    'PostGraphile 5': json({
      query: `{ benchDayUnitByCode(code: "19") { code name ${FIGURE} below { nodes { code name ${FIGURE}
        below { nodes { code name ${FIGURE} } } } } } }`,
    }),
    'PostGraphile 5, one function': json({
      query: `{ benchUnitFiguresOf(indicator: "${INDICATOR}", firstDay: "${FROM}", lastDay: "${TO}") {
        nodes { code parentId unitId name numerator denominator rate target } } }`,
    }),
  },
  procedures: {
    'PostGraphile 5': json({
      query: `{ allProcedures(first: 50, orderBy: CODE_ASC) { nodes { code
        texts { nodes { name field } } procedureRevisionsByProcedureId { nodes { version momentByMomentId { at } } }
        periods { nodes { firstDay lastDay } } entries { nodes { tier level firstDay lastDay list { code } } } } } }`,
    }),
  },
};

export const PLAIN = { path: '/', headers: { 'content-type': 'application/json' }, body: '{}' };

/** Asks each once and compares: who counts less, or something else, is not measured. */
export async function sameFigures(question, contenders) {
  const seen = new Map();
  for (const [name, { ask }] of Object.entries(contenders)) {
    const answer = await fetch(ask.url + ask.path, { method: 'POST', headers: ask.headers, body: ask.body });
    const body = await answer.json();
    if (answer.status !== 200 || body.errors) throw new Error(`${name}: ${JSON.stringify(body).slice(0, 500)}`);
    const told = JSON.stringify(question === 'tree' ? countsIn(body) : codesIn(body));
    if (!seen.has(told)) seen.set(told, name);
  }
  if (seen.size !== 1)
    throw new Error(
      `different answers: ${[...seen.values()].join('; ')}\n${[...seen.keys()].map((key) => key.slice(0, 400)).join('\n')}`,
    );
}

/** Code, numerator and denominator of every unit of an answer, however it is nested. */
function countsIn(value, found = []) {
  if (Array.isArray(value)) value.forEach((item) => countsIn(item, found));
  else if (value !== null && typeof value === 'object') {
    const figures = value.attainment ?? value.figure ?? value;
    if (typeof value.code === 'string' && typeof figures.denominator === 'number')
      found.push([
        value.code,
        figures.numerator,
        figures.denominator,
        Number(figures.rate),
        figures.target === null ? null : Number(figures.target),
      ]);
    Object.values(value).forEach((item) => countsIn(item, found));
  }
  return found.sort();
}

/** Code of every procedure, with how many versions, periods and entries it has. */
function codesIn({ data }) {
  const { nodes } = data.procedures ?? data.allProcedures;
  const count = (list) => (list.nodes ?? list).length;
  return nodes.map((node) => [
    node.code,
    count(node.revisions ?? node.procedureRevisionsByProcedureId),
    count(node.periods),
    count(node.listEntries ?? node.entries),
  ]);
}
