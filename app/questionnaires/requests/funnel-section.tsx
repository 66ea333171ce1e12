import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import type { Funnel, FunnelRow } from './list-requests.server';

const stages = [
  { key: 'invited', label: m.requests_funnel_invited, status: null },
  { key: 'opened', label: m.requests_funnel_opened, status: 'opened' },
  { key: 'started', label: m.requests_funnel_started, status: 'started' },
  { key: 'submitted', label: m.requests_funnel_submitted, status: 'submitted' },
  { key: 'refused', label: m.requests_funnel_refused, status: 'refused' },
  { key: 'bounced', label: m.requests_funnel_bounced, status: 'bounced' },
] as const satisfies readonly { key: keyof Funnel; label: () => string; status: string | null }[];

/** How far the requests came, `hrefOf` a status to the list that shows it: one line a stage with its share of those invited, and the same in figures by tier and by country. */
export function FunnelSection({
  funnel,
  hrefOf,
  figure,
}: {
  funnel: { all: Funnel; tiers: FunnelRow[]; countries: FunnelRow[] };
  hrefOf: (status: string | null) => string;
  /** A chart in place of the lines. */
  figure?: ReactNode;
}) {
  const { all } = funnel;
  const share = (count: number) => (all.invited === 0 ? 0 : count / all.invited);
  return (
    <Section title={m.requests_funnel_title({ submitted: all.submitted, invited: all.invited })}>
      {figure ?? (
        <ul className="grid max-w-3xl gap-2">
          {stages.map(({ key, label, status }) => (
            <li key={key} className="grid grid-cols-[8rem_1fr_6rem] items-center gap-3">
              <Link to={hrefOf(status)}>{label()}</Link>
              <progress max={Math.max(all.invited, 1)} value={all[key]} aria-label={label()} className="meter w-full" />
              <span className="text-end">
                {formatNumber(all[key])} <span className="text-muted">{formatPercent(share(all[key]))}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <details className="mt-4">
        <summary className="cursor-pointer py-1">{m.requests_funnel_split()}</summary>
        <div className="mt-2 grid gap-6">
          <SplitTable caption={m.requests_funnel_tiers()} head={m.requests_column_tier()} rows={funnel.tiers} name={(key) => key} />
          <SplitTable
            caption={m.requests_funnel_countries()}
            head={m.requests_column_country()}
            rows={funnel.countries}
            name={formatCountry}
          />
        </div>
      </details>
    </Section>
  );
}

function SplitTable({
  caption,
  head,
  rows,
  name,
}: {
  caption: string;
  head: string;
  rows: readonly FunnelRow[];
  name: (key: string) => string;
}) {
  return (
    <DataTable
      caption={caption}
      isCaptionShown
      rows={rows}
      rowKey={({ key }) => key ?? ''}
      columns={[
        { key: 'of', header: head, cell: ({ key }) => (key === null ? <Unknown /> : name(key)) },
        ...stages.map((stage) => ({
          key: stage.key,
          header: stage.label(),
          align: 'end' as const,
          cell: (row: FunnelRow) => formatNumber(row.funnel[stage.key]),
        })),
      ]}
    />
  );
}
