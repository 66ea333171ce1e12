import { m } from '~/paraglide/messages';
import { formatAlternatives, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';
import { dimensionLabel, tierLabel } from './labels';

/** The tier of the report on trafficking over the years, newest first, and where the government is named for labour of its own. */
export function TierSection({ tiers, state }: Pick<CountryRead, 'tiers' | 'state'>) {
  const named = new Map(state.years.map((year) => [year.reportYear, year]));
  const namedLabel = (year: number) => {
    const row = named.get(year);
    return row === undefined ? m.countries_state_no_section() : row.isNamed ? m.countries_state_named() : m.countries_state_not_named();
  };
  return (
    <Section id="tiers" title={m.countries_tiers_title()} lead={m.countries_tiers_lead()}>
      {tiers.length === 0 ? (
        <p>{m.countries_tiers_none()}</p>
      ) : (
        <FactTable
          caption={m.countries_tiers_title()}
          headers={[
            { label: m.countries_column_report() },
            { label: m.countries_column_tier() },
            { label: m.countries_column_state() },
            { label: m.countries_column_source() },
          ]}
          rows={[...tiers].reverse().map(({ year, tier, possible, source }) => ({
            key: String(year),
            cells: [
              String(year),
              tier === null ? m.countries_tier_possible({ tiers: formatAlternatives(possible.map(tierLabel)) }) : tierLabel(tier),
              namedLabel(year),
              <SourceLink key="source" source={source} isBare />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** The six estimates of governance with their standard errors, and their mean of earlier years. */
export function GovernanceSection({ governance }: Pick<CountryRead, 'governance'>) {
  const newest = governance.at(-1);
  const value = (number: number | null) => (number === null ? <Unknown /> : formatNumber(number, { digits: 2 }));
  return (
    <Section id="governance" title={m.countries_governance_title()} lead={m.countries_governance_lead()}>
      {!newest ? (
        <p>
          <Unknown />
        </p>
      ) : (
        <>
          <FactTable
            caption={m.countries_governance_title()}
            headers={[
              { label: m.countries_column_dimension() },
              ...governance.map(({ year }) => ({ label: String(year), isNumber: true })),
              { label: m.countries_column_error(), isNumber: true },
            ]}
            rows={newest.estimates.map(({ dimension, standardError }) => ({
              key: dimension,
              cells: [
                dimensionLabel(dimension),
                ...governance.map(({ year, estimates }) => (
                  <span key={year}>{value(estimates.find((each) => each.dimension === dimension)?.estimate ?? null)}</span>
                )),
                value(standardError),
              ],
            }))}
          />
          <p className="mt-2">
            <SourceLink source={newest.source} />
          </p>
        </>
      )}
    </Section>
  );
}
