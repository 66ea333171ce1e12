import { Link } from '@remix-run/react';
import { BandLineCompact } from '~/documents/charts/band-line';
import { FactTable } from '~/risk/countries/fact-table';
import { scoreSentence } from '~/risk/countries/score-verdict';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { SectorRead } from './read-sector.server';

const first = 25;

/** The countries with most risk in a division; listed goods raise those that make them. All others are in the file. */
export function RiskCountries({ countries, code }: Pick<SectorRead, 'countries' | 'code'>) {
  return (
    <Section id="countries" title={m.sectors_countries_title()} lead={m.sectors_countries_lead({ count: formatNumber(countries.length) })}>
      <FactTable
        caption={m.sectors_countries_title()}
        headers={[
          { label: m.countries_column_country() },
          { label: m.countries_column_score(), isNumber: true },
          { label: m.countries_column_interval() },
          { label: m.sectors_column_listed_goods() },
          { label: m.sectors_column_with_good(), isNumber: true },
        ]}
        rows={countries.slice(0, first).map((row) => ({
          key: row.iso2,
          cells: [
            <Link key="country" to={`/countries/${row.iso2}/sectors/${code}`}>
              {row.name}
            </Link>,
            formatNumber(row.score),
            <BandLineCompact key="line" reading={row} title={scoreSentence(row)} />,
            row.goods.length > 0 ? (
              <span key="goods" lang="en">
                {row.goods.join(', ')}
              </span>
            ) : (
              '—'
            ),
            row.goods.length > 0 ? formatNumber(Math.min(100, Math.max(0, Math.round(row.withGood)))) : '—',
          ],
        }))}
      />
    </Section>
  );
}
