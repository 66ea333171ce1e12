import type { LinkWindow } from '~/suppliers/supply-links/link-window';
import type { Tiers } from '~/suppliers/supply-links/recompute-tiers.server';

/** Which chain: the links of a time window; `tiers` are those of a year, limited to its suppliers, or null for the stored tiers and all parties. */
export type ChainOf = { within: LinkWindow; tiers: Tiers | null };
