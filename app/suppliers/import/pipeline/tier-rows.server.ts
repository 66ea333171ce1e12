import type { Recognition } from '~/suppliers/classification/term-key';
import { cleanCountryAs } from './clean/country.server';
import { splitCountry } from './clean/country-of-address.server';
import { cleanText, saysNothing } from './clean/text';
import type { CellProblem } from './problems';
import type { ImportRecord } from './record';
import type { RowReading } from './row-reading.server';
import { furtherTiers, tierCountryField, tierField } from './tier-columns';

type Upstream = ImportRecord['upstream'][number];
/** `own`: the tier, name and country of the row's supplier where its first tier is not known. */
type TiersOfRow = { own: Upstream | null; upstream: Upstream[] };

/**
 * The suppliers that a row names beyond its first tier. A tier between two named ones that is not known breaks the chain: nothing says whom the
 * further one supplies. Both, and cells that say that a supplier is not known, are remarks of the row.
 */
export function readTiers(read: RowReading, first: string | null, recognition: Recognition): TiersOfRow {
  const named = furtherTiers.flatMap((tier): Upstream[] => {
    const cell = read.first(tierField(tier));
    const name = read.one(tierField(tier), (text) => cleanText(text));
    if (name === null) {
      if (cell && saysNothing(cell.text)) read.note(tierField(tier), cell, [unknownTier(tier, cell.text)]);
      return [];
    }
    const stated = read.one(tierCountryField(tier), (text) => {
      const { value, problems } = cleanCountryAs(text, recognition);
      return { value, problems: problems.map((problem): CellProblem => ({ ...problem, severity: 'warning' })) };
    });
    return [stated === null ? { tier, ...splitCountry(name) } : { tier, name, country: stated }];
  });
  const firstCell = read.first('supplierName');
  if (first === null && named.length > 0 && firstCell) read.note('supplierName', firstCell, [unknownTier(1, firstCell.text)]);
  const own = first === null ? (named[0] ?? null) : null;
  const rest = own === null ? named : named.slice(1);
  let below = own?.tier ?? 1;
  for (const { tier, name } of rest) {
    const field = tierField(tier);
    if (tier > below + 1)
      read.note(field, read.first(field), [{ code: 'tier-gap', params: { value: name, tier, missing: tier - 1 }, severity: 'warning' }]);
    below = tier;
  }
  return { own, upstream: rest };
}

const unknownTier = (tier: number, value: string): CellProblem => ({ code: 'tier-unknown', params: { tier, value }, severity: 'warning' });
