import type { LinkWindow } from '~/features/supply-map/link-window';
import type { Tiers } from '~/features/supply-map/recompute-tiers.server';

/** Which chain is told of: the links of a window; `tiers` are those of a year, over whose suppliers alone it goes, or null for the stored ones and everybody. */
export type ChainOf = { within: LinkWindow; tiers: Tiers | null };
