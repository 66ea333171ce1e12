import { m } from '~/paraglide/messages';
import { formatAlternatives, formatNumber } from '~/ui/format';
import { FoldedSection } from '~/ui/fold';
import { Unknown } from '~/ui/values';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';
import { dimensionLabel, tierLabel } from './labels';

const tierWord = ({ tier, possible }: Pick<CountryRead['tiers'][number], 'tier' | 'possible'>): string =>
  tier === null ? m.countries_tier_possible({ tiers: formatAlternatives(possible.map(tierLabel)) }) : tierLabel(tier);

/** The tier of the report on trafficking over the years, newest first, and where the government is named for labour of its own. */
export function TierSection({ tiers, state }: Pick<CountryRead, 'tiers' | 'state'>) {
  const named = new Map(state.years.map((year) => [year.reportYear, year]));
  const namedLabel = (year: number) => {
    const row = named.get(year);
    return row === undefined ? m.countries_state_no_section() : row.isNamed ? m.countries_state_named() : m.countries_state_not_named();
  };
  const newest = tiers.at(-1);
  return (
    <FoldedSection
      id="tiers"
      title={m.countries_tiers_title()}
      status={
        newest
          ? `${m.countries_tiers_status({ year: String(newest.year), tier: tierWord(newest) })} · ${namedLabel(newest.year)}`
          : m.countries_not_known()
      }
      lead={m.countries_tiers_lead()}
    >
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
            cells: [String(year), tierWord({ tier, possible }), namedLabel(year), <SourceLink key="source" source={source} isBare />],
          }))}
        />
      )}
    </FoldedSection>
  );
}

/** The six estimates of governance with their standard errors, and their mean of earlier years. */
export function GovernanceSection({ governance }: Pick<CountryRead, 'governance'>) {
  const newest = governance.at(-1);
  const value = (number: number | null) => (number === null ? <Unknown /> : formatNumber(number, { digits: 2 }));
  return (
    <FoldedSection
      id="governance"
      title={m.countries_governance_title()}
      status={newest ? m.countries_governance_status({ year: String(newest.year) }) : m.countries_not_known()}
      lead={m.countries_governance_lead()}
    >
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
    </FoldedSection>
  );
}
