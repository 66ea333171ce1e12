import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import type { Drawing } from '~/ui/drawing/shapes';
import { drawTiers } from '../draw-tiers';
import { drawFlow } from '../flow/draw-flow';
import { groupingShown } from '../flow/grouping-shown';
import { readFlow } from '../flow/read-flow.server';
import { readGaps } from '../flow/read-gap.server';
import { foldGraph } from '../fold-graph';
import { highestRiskPath } from '../highest-risk-path';
import { tierName } from '../labels';
import type { MapState } from '../map-state';
import { readGraph } from '../read-graph.server';
import { countSuppliersShown, readTiersOn } from '../read-suppliers-shown.server';

/**
 * The tiers as the page shows them, and what explains them: groups, or single suppliers. More than `most` single suppliers are grouped by country, where a page has
 * no room for them.
 */
export async function readTierPicture(
  db: TenantDb,
  { state, today, most = Number.POSITIVE_INFINITY }: { state: MapState; today: string; most?: number },
): Promise<{ drawing: Drawing; note: string }> {
  const tiers = await readTiersOn(db, state);
  const total = await countSuppliersShown(db, state, tiers);
  const asked = groupingShown(state, total);
  const grouping = asked === 'none' && total > most ? 'country' : asked;
  if (grouping !== 'none') {
    const flow = await readFlow(db, { state, tiers, grouping });
    return { drawing: drawFlow(flow, { open: state.open }), note: m.map_picture_flow() };
  }
  const graph = await readGraph(db, state, { today });
  const root = state.open ?? graph.parties.find(({ kind }) => kind === 'buyer')?.id;
  const way = root === undefined ? null : highestRiskPath(graph, root);
  const gaps = await readGaps(db, { state, tiers });
  return { drawing: drawTiers(foldGraph(graph, state.folded), { open: state.open, way, gaps, tierName }), note: m.map_picture_tiers() };
}
