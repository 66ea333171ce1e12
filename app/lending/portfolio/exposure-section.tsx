import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { PercentText } from '~/ui/values';
import { ExposureText, MeanText } from './amount';
import { type Dimension, filterQuery, type PortfolioFilter } from './filter';
import type { ExposureLine } from './fold-lines';
import { bandOf, columnLabel, dimensionLabel, keyLabel } from './labels';

/** Exposure broken down by one dimension; each row links to its deals. */
export function ExposureSection({
  dimension,
  lines,
  total,
  filter,
  here,
  lead,
}: {
  dimension: Dimension;
  lines: readonly ExposureLine[];
  total: ExposureLine;
  filter: PortfolioFilter;
  here: string;
  lead?: string;
}) {
  return (
    <Section title={dimensionLabel(dimension)} id={`by-${dimension}`} lead={lead}>
      <DataTable
        caption={dimensionLabel(dimension)}
        rows={lines}
        rowKey={({ key }) => key}
        isStacked
        columns={[
          {
            key: 'line',
            header: columnLabel(dimension),
            wraps: true,
            cell: ({ key }) => (
              <Link to={`${here}/deals${filterQuery(filter, { [dimension]: key })}`}>
                {dimension === 'band' ? <BandBadge band={bandOf(key)} /> : keyLabel(dimension, key)}
              </Link>
            ),
          },
          { key: 'deals', header: m.portfolio_transactions(), align: 'end', cell: ({ deals }) => formatNumber(deals) },
          { key: 'exposure', header: m.portfolio_exposure(), align: 'end', cell: (line) => <ExposureText line={line} /> },
          {
            key: 'share',
            header: m.portfolio_share(),
            align: 'end',
            isWideOnly: true,
            // A row without known dollars has no share: missing is not zero.
            cell: ({ usdCents }) => <PercentText value={usdCents > 0 ? usdCents / total.usdCents : null} digits={1} />,
          },
          { key: 'mean', header: m.portfolio_mean(), align: 'end', cell: ({ mean }) => <MeanText mean={mean} /> },
          {
            key: 'scored',
            header: m.portfolio_scored(),
            align: 'end',
            isWideOnly: true,
            cell: ({ scoredShare }) => <PercentText value={scoredShare} />,
          },
          {
            key: 'low',
            header: m.portfolio_place_alone(),
            align: 'end',
            isWideOnly: true,
            cell: ({ placeShare }) => <PercentText value={placeShare} />,
          },
        ]}
      />
    </Section>
  );
}
