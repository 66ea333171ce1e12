import { BandLine } from '~/charts/band-line';
import { CountryLink } from '~/features/country/country-link';
import { SectorLink } from '~/features/sector/sector-link';
import { m } from '~/paraglide/messages';
import { BandBadge, ConfidenceWord } from '~/ui/band-badge';
import { CountryText, Unknown } from '~/ui/values';
import type { SupplierHead } from './read-supplier.server';

/** Country, sector, ID and tier of a supplier on one line; country and sector lead to their public pages. */
export function SupplierMeta({ head, sector }: { head: SupplierHead; sector: string | null }) {
  return (
    <>
      <span>{head.country ? <CountryLink code={head.country} /> : <CountryText code={head.country} />}</span>
      {sector && <span>{head.sector ? <SectorLink code={head.sector}>{sector}</SectorLink> : sector}</span>}
      <span>{m.supplier_id({ id: head.publicId })}</span>
      <span>
        {m.supplier_tier_computed()} {head.tier ?? <Unknown />}
      </span>
      <span>
        {m.supplier_tier_declared_label()} {head.declaredTier ?? <Unknown />}
      </span>
    </>
  );
}

/** The risk of a supplier: band, confidence, and its place on the line; or that it is not scored. */
export function SupplierRisk({ head }: { head: SupplierHead }) {
  if (!head.reading)
    return (
      <p className="flex flex-wrap items-center gap-3">
        <BandBadge band={null} size="lg" /> <span className="text-muted">{m.supplier_not_scored_hint()}</span>
      </p>
    );
  const { band, confidence, score, low, high } = head.reading;
  return (
    <div className="grid max-w-2xl gap-2">
      <p className="flex flex-wrap items-center gap-3">
        <BandBadge band={band} size="lg" />
        {confidence && <ConfidenceWord confidence={confidence} />}
      </p>
      <BandLine reading={{ score, low, high }} />
    </div>
  );
}
