import type { LinkWindow } from '~/suppliers/supply-links/link-window';
import type { Tiers } from '~/suppliers/supply-links/recompute-tiers.server';

/** Which chain is told of: the links of a window; `tiers` are those of a year, over whose suppliers alone it goes, or null for the stored ones and everybody. */
export type ChainOf = { within: LinkWindow; tiers: Tiers | null };
