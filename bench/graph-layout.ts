import { layOutTiers } from '~/supply-chain/map/lay-out-tiers';
import { madeGraph } from './made-graph';
import { alternate, type Measure, time } from './measure';

const large = { suppliers: 9_999, links: 20_000 };
const tenth = { suppliers: 999, links: 2_000 };

/** The layout of 10,000 parties and 20,000 relations, against elkjs (layered) on a tenth of that: the whole of it takes elkjs minutes. */
export async function graphLayout(): Promise<Measure[]> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const elk = new Elk();
  const ours = madeGraph(large);
  const theirs = madeGraph(tenth);
  const [value, reference] = await alternate(
    5,
    () => time(() => layOutTiers(ours)),
    () =>
      time(() =>
        elk.layout({
          id: 'root',
          layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT' },
          children: theirs.parties.map(({ id }) => ({ id, width: 184, height: 32 })),
          edges: theirs.links.map(({ from, to }, at) => ({
            id: `e${at}`,
            sources: [theirs.parties[from]?.id ?? ''],
            targets: [theirs.parties[to]?.id ?? ''],
          })),
        }),
      ),
  );
  return [{ measure: 'graph-layout', value, unit: 'ms', against: 'elkjs layered on a tenth of the graph', reference, target: 0.1 }];
}
