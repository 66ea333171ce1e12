import { m } from '~/paraglide/messages';
import { formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { FoldedSection } from '~/ui/fold';
import { Unknown } from '~/ui/values';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';
import { conventionLabel, regionLabel } from './labels';

type Convention = NonNullable<CountryRead['conventions']>[number];

function statusLabel({ status, year, confidence }: Convention): string {
  if (status === 'unknown') return m.countries_convention_unknown();
  const word =
    status === 'ratified'
      ? year === null
        ? m.countries_convention_ratified()
        : m.countries_convention_ratified_in({ year: String(year) })
      : m.countries_convention_not();
  return confidence === 'confirmed' ? word : m.countries_convention_unconfirmed({ status: word });
}

/** The eleven fundamental instruments: ratified with the year, not ratified, not known; what was not confirmed says so. */
export function ConventionSection({ conventions }: Pick<CountryRead, 'conventions'>) {
  return (
    <FoldedSection
      id="conventions"
      title={m.countries_conventions_title()}
      status={
        conventions === null
          ? m.countries_not_known()
          : m.countries_conventions_status({
              ratified: formatNumber(conventions.filter(({ status }) => status === 'ratified').length),
              all: formatNumber(conventions.length),
            })
      }
      lead={m.countries_conventions_lead()}
    >
      {conventions === null ? (
        <p>{m.countries_conventions_none()}</p>
      ) : (
        <FactTable
          caption={m.countries_conventions_title()}
          headers={[
            { label: m.countries_column_convention() },
            { label: m.countries_column_status() },
            { label: m.countries_column_source() },
          ]}
          rows={conventions.map((row) => ({
            key: row.instrument,
            cells: [
              m.countries_convention_named({ code: row.instrument, title: conventionLabel(row.instrument) }),
              statusLabel(row),
              row.source ? <SourceLink key="source" source={row.source} isBare /> : '—',
            ],
          }))}
        />
      )}
    </FoldedSection>
  );
}

/** Informal employment and labour inspection. */
export function WorkSection({ informality, inspection }: Pick<CountryRead, 'informality' | 'inspection'>) {
  return (
    <FoldedSection
      id="work"
      title={m.countries_work_title()}
      status={[
        m.countries_status_pair({
          label: m.countries_informality(),
          value: informality ? formatPercent(informality.share, { digits: 1 }) : m.countries_not_known(),
        }),
        m.countries_status_pair({
          label: m.countries_inspection(),
          value: inspection ? formatNumber(inspection.perTenThousand, { digits: 2 }) : m.countries_not_known(),
        }),
      ].join(' · ')}
    >
      <KeyValueList
        columns={2}
        pairs={[
          {
            key: 'informality',
            label: m.countries_informality(),
            value: informality ? formatPercent(informality.share, { digits: 1 }) : <Unknown />,
            note: informality && (
              <>
                {informality.year ?? m.countries_year_not_known()} · <SourceLink source={informality.source} />
              </>
            ),
          },
          {
            key: 'inspection',
            label: m.countries_inspection(),
            value: inspection ? formatNumber(inspection.perTenThousand, { digits: 2 }) : <Unknown />,
            note: inspection && (
              <>
                {inspection.year ?? m.countries_year_not_known()} ·{' '}
                {inspection.measure === 'reported' ? m.countries_inspection_reported() : m.countries_inspection_derived()} ·{' '}
                <SourceLink source={inspection.source} />
              </>
            ),
          },
        ]}
      />
    </FoldedSection>
  );
}

function estimateStatus(estimates: CountryRead['estimates']): string {
  const newest = estimates.reduce<CountryRead['estimates'][number] | undefined>(
    (last, each) => (last && last.year > each.year ? last : each),
    undefined,
  );
  if (!newest || newest.perThousand === null) return m.countries_not_known();
  return m.countries_status_pair({
    label: `${newest.year}, ${m.countries_column_prevalence()}`,
    value: formatNumber(newest.perThousand, { digits: 1 }),
  });
}

/** What the ILO's four editions estimate for the region of the country, beside each other and never as a trend. */
export function EstimateSection({ estimates }: Pick<CountryRead, 'estimates'>) {
  return (
    <FoldedSection
      id="estimates"
      title={m.countries_estimates_title()}
      status={estimateStatus(estimates)}
      lead={m.countries_estimates_lead()}
    >
      <FactTable
        caption={m.countries_estimates_title()}
        headers={[
          { label: m.countries_column_year() },
          { label: m.countries_column_region() },
          { label: m.countries_column_people(), isNumber: true },
          { label: m.countries_column_prevalence(), isNumber: true },
          { label: m.countries_column_source() },
        ]}
        rows={estimates.map(({ year, region, people, perThousand, source }) => ({
          key: String(year),
          cells: [
            String(year),
            region === null ? <Unknown key="region" /> : regionLabel(region),
            people === null ? <Unknown key="people" /> : formatNumber(people),
            perThousand === null ? <Unknown key="prevalence" /> : formatNumber(perThousand, { digits: 1 }),
            source ? <SourceLink key="source" source={source} isBare /> : '—',
          ],
        }))}
      />
    </FoldedSection>
  );
}
