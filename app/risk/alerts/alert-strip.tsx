import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { formatCountry, formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import { Section } from '~/ui/page-header';
import { AlertChip } from './alert-chip';
import type { AlertStrip, StripRow } from './read-strip.server';
import { titleText } from './words';

/** What comes from the loader. */
type Row = Omit<StripRow, 'firstSeenAt'>;

/** The suppliers with the most serious alerts, at the top of the first page: who, what, how far up the chain, and how to see the rest. */
export function AlertStripSection({ strip, base }: { strip: Omit<AlertStrip, 'rows'> & { rows: readonly Row[] }; base: string }) {
  const { rows, suppliers, toConfirm } = strip;
  return (
    <Section
      id="alerts"
      title={m.alerts_strip({ count: suppliers })}
      actions={
        <>
          {toConfirm > 0 && <Link to={`${base}/alerts?status=to-confirm`}>{m.alerts_strip_confirm({ count: toConfirm })}</Link>}
          <Link to={`${base}/alerts`}>{m.alerts_all()}</Link>
        </>
      }
    >
      <ol className="grid">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid gap-x-6 gap-y-1 border-b border-line py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] md:items-center"
          >
            <Supplier row={row} base={base} />
            <span className="grid justify-items-start gap-1">
              <AlertChip kind={row.kind} isToBeConfirmed={row.isToBeConfirmed} />
              <span>
                <Link to={`${base}/alerts/${row.id}`}>{titleText(row.kind, row.basis)}</Link>
                {row.others > 0 && <span className="text-muted"> · {m.alerts_strip_more({ count: row.others })}</span>}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Supplier({ row: { publicId, name, country, tier, band, score }, base }: { row: Row; base: string }) {
  return (
    <span className="grid gap-0.5">
      <Link to={`${base}/suppliers/${publicId}`} className="font-semibold">
        {name}
      </Link>
      <span className="flex flex-wrap items-baseline gap-x-3 text-muted">
        {country && <span>{formatCountry(country)}</span>}
        {tier !== null && <span>{m.alerts_tier({ tier: formatNumber(tier) })}</span>}
        <span>
          <BandBadge band={band} /> {score !== null && <span className="font-semibold">{shownScore(score)}</span>}
        </span>
      </span>
    </span>
  );
}
