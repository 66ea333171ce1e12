import { Term } from '~/ui/term';
import { tierTerm } from '~/platform/terms/glossary-terms';
import type { SerializeFrom } from '@remix-run/node';
import { CountryLink } from '~/platform/navigation/country-link';
import { SectorLink } from '~/risk/sectors/sector-link';
import { m } from '~/paraglide/messages';
import { CountryText } from '~/ui/values';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';
import type { HeadState } from './read-state.server';

const mostProducts = 3;

/** Where a supplier is, what it makes, its tier, its workers and its ID, on one line. Country and sector lead to their public pages. */
export function SupplierMeta({
  head,
  state: { place, products, workers },
  sector,
}: {
  head: SerializeFrom<SupplierHead>;
  state: SerializeFrom<Pick<HeadState, 'place' | 'products' | 'workers'>>;
  sector: string | null;
}) {
  const code = head.sector && m.supplier_verdict_isic({ code: head.sector });
  return (
    <>
      <span>
        {[place.city, place.region].filter((part) => part).map((part) => `${part}, `)}
        {head.country ? <CountryLink code={head.country} /> : <CountryText code={head.country} />}
      </span>
      {(products.length > 0 || code) && (
        <span>
          {products.length > 0 ? <bdi>{products.slice(0, mostProducts).join(', ')}</bdi> : sector}
          {head.sector && code && (
            <>
              {' · '}
              <SectorLink code={head.sector}>{code}</SectorLink>
            </>
          )}
        </span>
      )}
      <span>
        <Term of={tierTerm}>{tierLabel(head)}</Term>
      </span>
      {workers !== null && <span>{m.supplier_verdict_workers({ count: workers })}</span>}
      <span>{m.suppliers_id({ id: head.publicId })}</span>
    </>
  );
}

/** The tier by the supply links; the declared one only where no path is known. */
function tierLabel({ tier, declaredTier }: Pick<SupplierHead, 'tier' | 'declaredTier'>): string {
  if (tier !== null) return m.supplier_verdict_tier({ tier });
  return declaredTier === null ? m.supplier_verdict_tier_unknown() : m.supplier_verdict_tier_declared({ tier: declaredTier });
}
