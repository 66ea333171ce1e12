import { m } from '~/paraglide/messages';
import { amountTexts, orderPeriodText } from '~/suppliers/supply-links/order-totals';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { Grain } from './pipeline/grain/read-grain';
import type { BatchCounts } from './schema';

const grains: Record<Grain, () => string> = {
  supplier: m.import_grain_supplier,
  site: m.import_grain_site,
  'order-line': m.import_grain_order_line,
  product: m.import_grain_product,
  link: m.import_grain_link,
  'mixed-tiers': m.import_grain_mixed_tiers,
  'tier-columns': m.import_grain_tier_columns,
  hierarchy: m.import_grain_hierarchy,
};

/** What a row is, and what comes of the rows: the numbers that accepting writes, known parties included. */
export function GrainPanel({
  grain,
  counts,
  isInLine = false,
}: {
  grain: Grain;
  counts: BatchCounts /** In one line, above a table. */;
  isInLine?: boolean;
}) {
  const suppliers = counts.suppliersNew + counts.suppliersKnown;
  const others = counts.producers + counts.subcontractors + counts.owners;
  const results = [
    {
      key: 'suppliers',
      count: Math.max(0, suppliers - others),
      label: m.import_grain_suppliers({ count: Math.max(0, suppliers - others) }),
    },
    { key: 'producers', count: counts.producers, label: m.import_grain_producers({ count: counts.producers }) },
    { key: 'subcontractors', count: counts.subcontractors, label: m.import_grain_subcontractors({ count: counts.subcontractors }) },
    { key: 'owners', count: counts.owners, label: m.import_grain_owners({ count: counts.owners }) },
    {
      key: 'sites',
      count: counts.sitesNew + counts.sitesKnown,
      label: m.import_grain_sites({ count: counts.sitesNew + counts.sitesKnown }),
    },
    { key: 'links', count: counts.links, label: m.import_grain_links({ count: counts.links }) },
    { key: 'destinations', count: counts.destinations, label: m.import_grain_destinations({ count: counts.destinations }) },
  ].filter(({ key, count }) => count > 0 || key === 'suppliers');
  // Lines that state no amount and no day have nothing to show.
  const orders = counts.orders !== null && amountTexts(counts.orders).length > 0 ? counts.orders : null;
  if (isInLine)
    return (
      <section aria-labelledby="grain" className="flex flex-wrap items-baseline gap-x-5 gap-y-1 rounded border border-line px-4 py-2.5">
        <h2 id="grain" className="text-base font-semibold">
          {grains[grain]()}
        </h2>
        <ul className="flex flex-wrap items-baseline gap-x-3">
          <InLine count={counts.rows} label={m.import_grain_rows({ count: counts.rows })} />
          <li aria-hidden="true">
            <Icon name="chevron" className="size-3 text-muted" />
          </li>
          {results.map(({ key, count, label }) => (
            <InLine key={key} count={count} label={label} />
          ))}
        </ul>
      </section>
    );
  return (
    <section aria-labelledby="grain" className="mb-6 grid gap-3 border-y border-line py-4">
      <h2 id="grain" className="text-base font-semibold">
        {grains[grain]()}
      </h2>
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Result count={counts.rows} label={m.import_grain_rows({ count: counts.rows })} />
        <li className="text-muted">{m.import_grain_become()}</li>
        {results.map(({ key, count, label }) => (
          <Result key={key} count={count} label={label} />
        ))}
      </ul>
      {orders !== null && (
        <p className="text-sm text-muted">
          {m.import_grain_orders({ amounts: [...amountTexts(orders), orderPeriodText(orders)].filter(Boolean).join(' · ') })}
        </p>
      )}
    </section>
  );
}

function InLine({ count, label }: { count: number; label: string }) {
  return (
    <li>
      <span className="text-lg font-semibold tabular-nums">{formatNumber(count)}</span> <span className="text-muted">{label}</span>
    </li>
  );
}

function Result({ count, label }: { count: number; label: string }) {
  return (
    <li className="grid">
      <span className="text-xl font-semibold tabular-nums">{formatNumber(count)}</span>
      <span className="text-sm text-muted">{label}</span>
    </li>
  );
}
