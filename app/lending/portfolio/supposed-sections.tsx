import { bands } from '#scoring';
import type { Figure } from '~/risk/what-if/rows-of';
import { signed } from '~/risk/what-if/supposed-table';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatMoney, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { CommitmentText } from './amount';
import { lentColumns } from './lent-columns';
import { none } from './filter';
import type { MovedLent, PortfolioSupposed, Touched, TouchedLent } from './suppose-portfolio.server';
import { bandOf } from './labels';

/** The number of rows shown in each list; the export has all deals. */
export const supposedOnPage = 100;

type Row = MovedLent | TouchedLent;

function leading<Each extends Row>(base: string): Column<Each>[] {
  return [
    ...lentColumns<Each>(base),
    { key: 'exposure', header: m.deals_commitment(), align: 'end', cell: (row) => <CommitmentText {...row} /> },
  ];
}

/** Exposure by band before and after what is supposed. */
export function BeforeAfter({ before, after, unconverted }: Pick<PortfolioSupposed, 'before' | 'after' | 'unconverted'>) {
  const keys = [...bands, none] as const;
  const sum = (of: typeof before, field: 'deals' | 'usdCents') => keys.reduce((total, key) => total + of[key][field], 0);
  const rows = [
    ...keys.map((key) => ({ key: key as string, before: before[key], after: after[key] })),
    {
      key: 'all',
      before: { deals: sum(before, 'deals'), usdCents: sum(before, 'usdCents') },
      after: { deals: sum(after, 'deals'), usdCents: sum(after, 'usdCents') },
    },
  ];
  return (
    <Section
      title={m.portfolio_supposed_bands()}
      id="supposed-bands"
      lead={unconverted > 0 ? m.portfolio_more_unconverted({ count: formatNumber(unconverted) }) : undefined}
    >
      <DataTable
        caption={m.portfolio_supposed_bands()}
        rows={rows}
        rowKey={({ key }) => key}
        isStacked
        columns={[
          {
            key: 'band',
            header: m.deals_risk(),
            cell: ({ key }) => (key === 'all' ? <strong>{m.portfolio_all()}</strong> : <BandBadge band={bandOf(key)} />),
          },
          { key: 'before', header: m.portfolio_before(), align: 'end', cell: (row) => formatMoney(row.before.usdCents, 'USD') },
          {
            key: 'after',
            header: m.portfolio_after(),
            align: 'end',
            cell: (row) => <strong>{formatMoney(row.after.usdCents, 'USD')}</strong>,
          },
          {
            key: 'count',
            header: m.portfolio_transactions(),
            align: 'end',
            cell: (row) => `${formatNumber(row.before.deals)} → ${formatNumber(row.after.deals)}`,
          },
        ]}
      />
    </Section>
  );
}

/** Deals whose clients would change rank. */
export function MovedTable({ rows, count, base }: { rows: readonly MovedLent[]; count: number; base: string }) {
  return (
    <Section
      title={m.portfolio_moved({ count: formatNumber(count) })}
      id="moved"
      lead={count > rows.length ? m.portfolio_first({ count: formatNumber(rows.length) }) : undefined}
    >
      <DataTable
        caption={m.portfolio_moved({ count: formatNumber(count) })}
        rows={rows}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="text-muted">{m.portfolio_moved_none()}</p>}
        columns={[
          ...leading<MovedLent>(base),
          { key: 'before', header: m.portfolio_before(), cell: ({ before }) => <FigureCell figure={before} /> },
          { key: 'after', header: m.portfolio_after(), cell: ({ after }) => <FigureCell figure={after} /> },
          {
            key: 'change',
            header: m.portfolio_change(),
            align: 'end',
            cell: ({ before, after }) => signed(before && after ? Math.round((after.score - before.score) * 10) / 10 : null),
          },
        ]}
      />
    </Section>
  );
}

/** Deals that would lose a party they depend on. */
export function TouchedTable({
  rows,
  count,
  usdCents,
  base,
}: {
  rows: readonly TouchedLent[];
  count: number;
  usdCents: number;
  base: string;
}) {
  return (
    <Section
      title={m.portfolio_touched({ count: formatNumber(count), amount: formatMoney(usdCents, 'USD') })}
      id="touched"
      lead={count > rows.length ? m.portfolio_first({ count: formatNumber(rows.length) }) : m.portfolio_touched_lead()}
    >
      <DataTable
        caption={m.portfolio_touched({ count: formatNumber(count), amount: formatMoney(usdCents, 'USD') })}
        rows={rows}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="text-muted">{m.portfolio_touched_none()}</p>}
        columns={[
          ...leading<TouchedLent>(base),
          {
            key: 'how',
            header: m.portfolio_touched_how(),
            wraps: true,
            cell: ({ by }) => (
              <ul>
                {by.map((each) => (
                  <li key={each.publicId}>{howLabel(each)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}

function howLabel({ name, depth, isClient }: Touched): string {
  if (isClient) return m.portfolio_how_client({ name });
  return depth === 0 ? m.portfolio_how_named({ name }) : m.portfolio_how_chain({ name, links: formatNumber(depth) });
}

function FigureCell({ figure }: { figure: Figure | null }) {
  return (
    <span className="inline-flex items-baseline gap-2">
      {figure && <strong>{formatNumber(figure.score, { digits: 1 })}</strong>} <BandBadge band={figure?.band ?? null} />
    </span>
  );
}
