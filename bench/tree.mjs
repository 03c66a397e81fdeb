/** The tree of all units with rate and target in one request, beside one hand-written statement for the same figures. */
import { inTurn } from './timing.mjs';

const PERIOD = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31"';
const FIGURES = `attainment(${PERIOD}) { numerator denominator rate target status }`;
export const TREE = `{ unit(code: "19", on: "2022-12-31") { code name ${FIGURES}
  children { code name ${FIGURES} children { code name ${FIGURES} } } } }`;

/** The least that any server would have to ask: every unit of the day, its subtree's sums, its target; as JSON. */
const PLAIN = `
  with recursive alive as (
    select v.unit_id, v.code, v.name, v.parent_id from unit_version v where v.superseded_by is null and v.valid @> date '2022-12-31'),
  own as (
    select unit_id, sum(numerator) as n, sum(denominator) as d from day_total
     where day between '2022-01-01' and '2022-12-31' group by unit_id),
  up as (
    select unit_id as at, unit_id as source from alive
    union all select a.parent_id, up.source from up join alive a on a.unit_id = up.at where a.parent_id is not null)
  select json_agg(json_build_object('code', a.code, 'name', a.name, 'numerator', s.n, 'denominator', s.d, 'target', t.hundredths)) as tree
    from alive a
    left join (select up.at, sum(own.n) as n, sum(own.d) as d from up join own on own.unit_id = up.source group by up.at) s on s.at = a.unit_id
    left join (select t.unit_id, t.hundredths from target t join target_plan p on p.id = t.plan_id and p.in_force @> date '2022-12-31') t
      on t.unit_id = a.unit_id`;

export async function measureTree(product, client) {
  const { unit } = await product.gql(TREE);
  const units = 1 + unit.children.length + unit.children.flatMap((child) => child.children).length;
  const knownAt = new Date().toISOString();
  const earlier = TREE.replaceAll(PERIOD, `${PERIOD}, knownAt: "${knownAt}"`);
  const [tree, plain, known] = await inTurn(
    [() => product.gql(TREE), () => client.query(PLAIN), () => product.gql(earlier)],
    100,
  );
  return [
    [`tree of ${units} units with rate and target, one request`, `${tree.toFixed(1)} ms (median of 100)`],
    ['one hand-written statement in pg, no HTTP, no GraphQL', `${plain.toFixed(1)} ms`],
    ['ratio of the two', `${(tree / plain).toFixed(2)} ×`],
    [
      'the same tree as known at an earlier instant',
      `${known.toFixed(1)} ms, ${(known / tree).toFixed(2)} × the tree as known now`,
    ],
  ];
}
