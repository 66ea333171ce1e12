import { Link } from '@remix-run/react';
import { BandLineCompact } from '~/documents/charts/band-line';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { FoldedSection } from '~/ui/fold';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { scoreSentence } from './score-verdict';

/** The ten sectors of the country with most risk, and a way to every other. */
export function SectorsSection({ sectors, iso2 }: Pick<CountryRead, 'sectors' | 'iso2'>) {
  if (sectors.length === 0) return null;
  const [highest] = sectors;
  const rows = (list: CountryRead['sectors']) =>
    list.map((sector) => ({
      key: sector.code,
      cells: [
        <span key="name">
          <Link to={`/countries/${iso2}/sectors/${sector.code}`}>
            {sector.code} · {sector.name}
          </Link>
          {sector.isPresumed && <span className="block text-xs text-muted">{m.countries_line_presumption()}</span>}
        </span>,
        <BandBadge key="band" band={sector.band} />,
        formatNumber(sector.score),
        <BandLineCompact key="line" reading={sector} title={scoreSentence(sector)} />,
      ],
    }));
  const headers = [
    { label: m.countries_column_sector() },
    { label: m.countries_column_band() },
    { label: m.countries_column_score(), isNumber: true },
    { label: m.countries_column_interval() },
  ];
  return (
    <FoldedSection
      id="sectors"
      title={m.countries_sectors_title()}
      status={highest && m.countries_sectors_status({ name: highest.name, score: formatNumber(highest.score) })}
      lead={m.countries_sectors_lead()}
    >
      <FactTable caption={m.countries_sectors_title()} headers={headers} rows={rows(sectors.slice(0, 10))} />
      <details className="mt-3" data-print="none">
        <summary>{m.countries_sectors_all({ count: formatNumber(sectors.length) })}</summary>
        <ul className="mt-2 grid gap-1 sm:grid-cols-2">
          {[...sectors]
            .sort((a, b) => (a.code < b.code ? -1 : 1))
            .map(({ code, name, score }) => (
              <li key={code}>
                <Link to={`/countries/${iso2}/sectors/${code}`}>
                  {code} · {name}
                </Link>{' '}
                <span className="text-muted">{formatNumber(score)}</span>
              </li>
            ))}
        </ul>
      </details>
    </FoldedSection>
  );
}
