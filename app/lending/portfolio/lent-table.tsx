import { basisTerm } from '~/platform/terms/glossary-terms';
import { Link } from '@remix-run/react';
import { BasisShort } from '~/risk/supplier-pages/score-cells';
import { categoryLabel, stateLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatList } from '~/ui/format';
import { CommitmentText } from './amount';
import { lentColumns } from './lent-columns';
import { none } from './filter';
import type { LentRow } from './list-lent.server';

/** The deals of the portfolio; each leads to its record, its client, and to how the client's score is made up, down to its sources. */
export function LentTable({ rows, base }: { rows: readonly LentRow[]; base: string }) {
  return (
    <DataTable
      caption={m.portfolio_tab_transactions()}
      rows={rows}
      rowKey={({ id }) => id}
      isStacked
      columns={[
        ...lentColumns<LentRow>(base),
        { key: 'status', header: m.deals_status(), isWideOnly: true, cell: ({ status }) => stateLabel(status) },
        {
          key: 'category',
          header: m.deals_category(),
          cell: ({ category }) =>
            category === none ? (
              <span className="text-muted">{m.deals_category_none()}</span>
            ) : (
              <span title={categoryLabel(category)}>{category}</span>
            ),
        },
        {
          key: 'countries',
          header: m.deals_countries(),
          isWideOnly: true,
          wraps: true,
          cell: ({ hostCountries }) => formatList(hostCountries.map((code) => formatCountry(code))),
        },
        { key: 'exposure', header: m.deals_commitment(), align: 'end', cell: (row) => <CommitmentText {...row} /> },
        {
          key: 'risk',
          header: m.deals_risk(),
          cell: ({ band, score, low, high, clientPublicId }) => (
            <Link to={`${base}/suppliers/${clientPublicId}/score`} className="flex flex-wrap items-baseline gap-x-2">
              <BandBadge band={band} />
              {score !== null && low !== null && high !== null && <ScoreWithInterval score={score} low={low} high={high} />}
            </Link>
          ),
        },
        {
          key: 'basis',
          header: m.suppliers_column_basis(),
          term: basisTerm,
          isWideOnly: true,
          cell: ({ basis }) => basis && <BasisShort basis={basis} />,
        },
      ]}
    />
  );
}
