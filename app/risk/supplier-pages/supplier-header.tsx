import type { HasScore } from '#scoring';
import { BandLine } from '~/documents/charts/band-line';
import { shownScore } from '~/ui/shown-score';
import { basisWord } from '~/documents/charts/words';
import { CountryLink } from '~/platform/navigation/country-link';
import type { PlaceInList } from '~/risk/scores/read-place.server';
import { StateImposedMarks } from '~/risk/scores/state-imposed-marks';
import { placeSentence, verdictOf } from '~/risk/scores/verdict';
import { SectorLink } from '~/risk/sectors/sector-link';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { CountryText, Unknown } from '~/ui/values';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';

/** Country, sector, ID and tier of a supplier on one line; country and sector lead to their public pages. */
export function SupplierMeta({ head, sector }: { head: SupplierHead; sector: string | null }) {
  return (
    <>
      <span>{head.country ? <CountryLink code={head.country} /> : <CountryText code={head.country} />}</span>
      {sector && <span>{head.sector ? <SectorLink code={head.sector}>{sector}</SectorLink> : sector}</span>}
      <span>{m.suppliers_id({ id: head.publicId })}</span>
      <span>
        {m.suppliers_tier_computed()} {head.tier ?? <Unknown />}
      </span>
      <span>
        {m.suppliers_tier_declared_label()} {head.declaredTier ?? <Unknown />}
      </span>
    </>
  );
}

/**
 * The risk of a supplier: band, score and what it means, what it rests on, its place in the list and the mark of labour that a state imposes; or that it is not
 * scored. `result` is its newest score by today's method.
 */
export function SupplierRisk({ head, result, place }: { head: SupplierHead; result: HasScore | null; place: PlaceInList | null }) {
  if (!head.reading)
    return (
      <p className="flex flex-wrap items-center gap-3">
        <BandBadge band={null} size="lg" />
        {head.scoreStatus === 'not-scored' && <span className="text-muted">{m.suppliers_not_scored_hint()}</span>}
      </p>
    );
  const { band, basis, score, low, high } = head.reading;
  return (
    <div className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-3">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-lg">
        <BandBadge band={band} size="lg" />
        <strong>{m.scores_of_hundred({ score: formatNumber(shownScore(score)) })}</strong>
        {result && <span>{verdictOf(result)}</span>}
      </p>
      {result && <StateImposedMarks marks={result.stateImposed} />}
      <BandLine reading={{ score, low, high }} />
      <KeyValueList
        pairs={[
          ...(basis ? [{ key: 'basis', label: m.scores_basis(), value: basisWord(basis) }] : []),
          { key: 'place', label: m.scores_place_label(), value: place ? placeSentence(place) : m.scores_place_pending() },
          ...(result ? [{ key: 'child', label: m.countries_child_labour(), value: childWord(result) }] : []),
        ]}
      />
    </div>
  );
}

const childWord = ({ child: { band, score } }: HasScore): string =>
  m.scores_child_line({ band: bandName(band), score: formatNumber(shownScore(score)) });
