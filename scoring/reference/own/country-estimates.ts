import { z } from 'zod';
import type { Provenance } from '../registry.ts';
import type { HeldEdition } from './edition.ts';
import { countingEditions } from './standing.ts';

/** People in forced labour or modern slavery per thousand inhabitants, as an index that an organization loaded estimates it. */
export type CountryEstimate = { iso2: string; perThousand: number; provenance: Provenance };

const rowSchema = z.object({ iso2: z.string().length(2), perThousand: z.number().positive().max(1000) });
const read = new WeakMap<HeldEdition, ReadonlyMap<string, CountryEstimate>>();

/** The estimates of the newest index that counts, by ISO code; empty where none does. No such table is released with the method. */
export function countryEstimates(asOf: string): ReadonlyMap<string, CountryEstimate> {
  const edition = countingEditions('slavery-index', asOf).at(-1);
  if (!edition) return new Map();
  const known = read.get(edition);
  if (known) return known;
  const { hash, title, producer, licence } = edition;
  const estimates = new Map(
    (edition.tables['slavery-index']?.rows ?? []).map((cells): [string, CountryEstimate] => {
      const { iso2, perThousand } = rowSchema.parse(cells);
      const source = { table: 'slavery-index', vintage: title, row: iso2, confidence: 'confirmed', producer, licence, own: hash } as const;
      return [iso2, { iso2, perThousand, provenance: source }];
    }),
  );
  read.set(edition, estimates);
  return estimates;
}
