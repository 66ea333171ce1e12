import {
  conventionsOf,
  countryEstimates,
  forgetEdition,
  governanceOf,
  type HeldEdition,
  importOrders,
  informalEmploymentOf,
  keepEdition,
  listedEntities,
  type OwnTableKind,
  otherConventionsOf,
  ownEditionSchema,
  stateSponsoredOf,
  traffickingTierOf,
  withOwnTables,
} from '../reference/at.ts';
import { canonicalJson, sha256 } from './hash.ts';

/** Reads every row of the tables of a kind; what cannot be read throws. */
const readers: Record<OwnTableKind, (asOf: string) => unknown> = {
  'trafficking-tiers': (asOf) => traffickingTierOf('', asOf),
  'state-sponsored': (asOf) => stateSponsoredOf('', asOf),
  governance: (asOf) => governanceOf('', asOf),
  'informal-employment': (asOf) => informalEmploymentOf('', asOf),
  'slavery-index': (asOf) => countryEstimates(asOf),
  'listed-entities': (asOf) => listedEntities(asOf),
  'import-orders': (asOf) => importOrders(asOf),
  ratifications: (asOf) => [conventionsOf('', asOf), otherConventionsOf('', asOf)],
};

/**
 * Checks an edition that an organization loaded for itself and keeps it in this process, so that inputs can name it by its hash: the SHA-256 of its canonical JSON.
 * @throws ZodError for an edition or a row that is not well formed, RangeError for a day before the first tables
 */
export function loadOwnTable(content: unknown): HeldEdition {
  const edition = ownEditionSchema.parse(content);
  const held: HeldEdition = { ...edition, hash: sha256(canonicalJson(edition)) };
  keepEdition(held);
  try {
    withOwnTables([held.hash], () => readers[held.kind](held.inForceFrom));
  } catch (error) {
    forgetEdition(held.hash);
    throw error;
  }
  return held;
}
