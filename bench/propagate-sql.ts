import pg from 'pg';
import { parameterAt, type SupplyGraph } from '#scoring';
import { asOf } from './propagate-1m';
import { raise, root } from './propagate-others';
import { openWorkbench } from './workbench';

export type Sql = { solve: (passes: number) => Promise<Float64Array>; close: () => Promise<void> };

/**
 * The same passes as one recursive query on the embedded database: each step of the recursion has all scores as an array, since a recursive query may not sum
 * over itself. Nodes are numbered from 1, as arrays are.
 */
export async function sqlSolver(graph: SupplyGraph, own: Float64Array): Promise<Sql> {
  const bench = await openWorkbench();
  const client = new pg.Client({ connectionString: bench.ownerUrl });
  await client.connect();
  const buyers = new Int32Array(graph.linkCount);
  for (let node = 0; node < graph.nodeCount; node += 1) buyers.fill(node + 1, graph.start[node] ?? 0, graph.start[node + 1] ?? 0);
  await client.query('CREATE TEMP TABLE measured_link (buyer int, supplier int, share float8)');
  await client.query('CREATE TEMP TABLE measured_own (node int PRIMARY KEY, probability float8)');
  await client.query('INSERT INTO measured_link SELECT * FROM unnest($1::int[], $2::int[], $3::float8[])', [
    [...buyers],
    Array.from(graph.supplier, (node) => node + 1),
    [...graph.share],
  ]);
  await client.query(
    'INSERT INTO measured_own SELECT ordinality, probability FROM unnest($1::float8[]) WITH ORDINALITY AS own (probability, ordinality)',
    [Array.from(own, raise)],
  );
  await client.query('CREATE INDEX ON measured_link (buyer)');
  await client.query('ANALYZE measured_link, measured_own');
  const factor = parameterAt('R10.damping', asOf).value;
  return {
    async solve(passes) {
      const { rows } = await client.query<{ probabilities: number[] }>(
        `WITH RECURSIVE pass (number, probabilities) AS (
           SELECT 0, (SELECT array_agg(probability ORDER BY node) FROM measured_own)
           UNION ALL
           SELECT number + 1, moved.probabilities
           FROM pass CROSS JOIN LATERAL (
             SELECT array_agg(greatest(own.probability, $1::float8 * coalesce(sums.sum, 0)) ORDER BY own.node) AS probabilities
             FROM measured_own own LEFT JOIN (
               SELECT link.buyer, sum(link.share * held.probability) AS sum
               FROM measured_link link JOIN unnest(pass.probabilities) WITH ORDINALITY AS held (probability, node) ON held.node = link.supplier
               GROUP BY link.buyer
             ) sums ON sums.buyer = own.node
           ) moved
           WHERE number < $2
         )
         SELECT probabilities FROM pass WHERE number = $2`,
        [factor, passes],
      );
      return Float64Array.from(rows[0]?.probabilities ?? [], root);
    },
    async close() {
      await client.end();
      await bench.close();
    },
  };
}
