import { buildSupplyGraph, type Propagation, type SupplyGraph, scoreColumns, solvePropagation } from '#scoring';
import { madeColumns, madeLinks } from './made-network';
import { alternate, type Measure, time } from './measure';
import { asOf, kept, ownOrPrior } from './propagate-1m';
import { graphologySolver, numpySolver, plainNodes, readOnce, solvePlain } from './propagate-others';
import { sqlSolver } from './propagate-sql';

type Ready = { graph: SupplyGraph; solved: Propagation; solve: () => Propagation };

function readyWith(suppliers: number): Ready {
  const own = ownOrPrior(scoreColumns(madeColumns(suppliers), { asOf }));
  const graph = kept<SupplyGraph>(buildSupplyGraph(madeLinks(suppliers, 4 * suppliers), asOf));
  const solve = () => kept<Propagation>(solvePropagation(graph, own, asOf));
  return { graph, solved: solve(), solve };
}

/** How far another solver is from ours; both stopped after as many passes, so a little is left where the other goes round by round. */
function checkClose(name: string, theirs: Float64Array, { total }: Propagation): void {
  const gap = theirs.reduce((largest, value, node) => Math.max(largest, Math.abs(value - (total[node] ?? 0))), 0);
  if (theirs.length !== total.length || !(gap < 0.1)) throw new Error(`${name} came to other scores: the largest gap is ${gap} points.`);
}

/** Our solving beside others' with as many passes: the floor, numpy and plain objects with a million suppliers, graphology and SQL with fewer. */
export async function propagateBeside(): Promise<Measure[]> {
  const measures: Measure[] = [];
  const add = (name: string, [value, reference]: readonly [number, number], against: string, target: number | null = null) =>
    measures.push({ measure: `propagate-${name}`, value, unit: 'ms', against, reference, target });

  const large = readyWith(1_000_000);
  const { passes } = large.solved;
  const ours = ({ solve }: Ready) => time(solve);
  let seen = 0;
  const floor = () =>
    time(() => {
      for (let pass = 0; pass < passes; pass += 1) seen += readOnce(large.graph, large.solved);
    });
  add('floor', await alternate(5, () => ours(large), floor), `reading all arrays once a pass (${passes} passes)`);
  if (!Number.isFinite(seen)) throw new Error('Nothing was read.');

  const numpy = numpySolver(large.graph, large.solved);
  if (numpy) {
    let gap = 0;
    const theirs = async () => {
      const run = numpy.solve(passes);
      gap = run.gap;
      return run.ms;
    };
    add('numpy', await alternate(3, () => ours(large), theirs), `numpy with ${passes} passes`, 1.2);
    numpy.close();
    if (!(gap < 1e-3)) throw new Error(`numpy comes to other scores: the largest gap is ${gap} points.`);
  } else console.error('propagate-numpy: skipped, there is no python3 with numpy here.');

  let nodes = plainNodes(large.graph, large.solved.own);
  checkClose('Plain objects', solvePlain(nodes, passes), large.solved);
  add(
    'plain-objects',
    await alternate(
      2,
      () => ours(large),
      () => time(() => solvePlain(nodes, passes)),
    ),
    `plain objects with ${passes} passes`,
  );
  nodes = [];

  const middle = readyWith(100_000);
  const solveGraphology = await graphologySolver(middle.graph, middle.solved.own);
  checkClose('graphology', solveGraphology(middle.solved.passes), middle.solved);
  add(
    'graphology',
    await alternate(
      2,
      () => ours(middle),
      () => time(() => solveGraphology(middle.solved.passes)),
    ),
    `graphology with ${middle.solved.passes} passes, both with 100,000 suppliers`,
  );

  const small = readyWith(10_000);
  const sql = await sqlSolver(small.graph, small.solved.own);
  try {
    checkClose('SQL', await sql.solve(small.solved.passes), small.solved);
    add(
      'sql',
      await alternate(
        2,
        () => ours(small),
        () => time(() => sql.solve(small.solved.passes)),
      ),
      `a recursive query with ${small.solved.passes} passes, both with 10,000 suppliers`,
    );
  } finally {
    await sql.close();
  }
  return measures;
}
