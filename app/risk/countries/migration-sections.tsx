import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { FoldedSection } from '~/ui/fold';
import { Unknown } from '~/ui/values';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';
import { monthsLabel } from './labels';

const ties = { yes: m.countries_tied_yes, partly: m.countries_tied_partly, no: m.countries_tied_no, unclear: m.countries_tied_unclear };

function sponsorshipStatus(sponsorship: CountryRead['sponsorship']): string {
  const inForce = sponsorship.filter(({ until }) => until === null).length;
  if (inForce > 0) return m.countries_sponsorship_status({ count: inForce });
  return sponsorship.length === 0 ? m.countries_not_known() : m.countries_sponsorship_ended({ count: formatNumber(sponsorship.length) });
}

/** Schemes that tie a migrant worker to one employer, with their reforms. */
export function SponsorshipSection({ sponsorship }: Pick<CountryRead, 'sponsorship'>) {
  return (
    <FoldedSection
      id="sponsorship"
      title={m.countries_sponsorship_title()}
      status={sponsorshipStatus(sponsorship)}
      lead={m.countries_sponsorship_lead()}
    >
      {sponsorship.length === 0 ? (
        <p className="max-w-prose">{m.countries_sponsorship_none()}</p>
      ) : (
        <FactTable
          caption={m.countries_sponsorship_title()}
          headers={[
            { label: m.countries_column_scheme() },
            { label: m.countries_column_scope() },
            { label: m.countries_column_reform() },
            { label: m.countries_column_tied() },
            { label: m.countries_column_source() },
          ]}
          rows={sponsorship.map(({ number, kind, scheme, scope, reform, reformDate, stillTied, source }) => ({
            key: String(number),
            cells: [
              kind === 'kafala' ? (
                m.countries_mark_kafala()
              ) : (
                <span key="scheme" lang="en">
                  {scheme}
                </span>
              ),
              <span key="scope" lang="en">
                {scope ?? '—'}
              </span>,
              <span key="reform" lang="en">
                {[reformDate, reform].filter(Boolean).join(': ') || '—'}
              </span>,
              ties[stillTied](),
              <SourceLink key="source" source={source} isBare />,
            ],
          }))}
        />
      )}
    </FoldedSection>
  );
}

type Corridor = CountryRead['corridors']['coming'][number];

function CorridorTable({ rows, end, caption }: { rows: readonly Corridor[]; end: 'originIso2' | 'destinationIso2'; caption: string }) {
  const any = end === 'originIso2' ? m.countries_corridor_any_origin : m.countries_corridor_any_destination;
  return (
    <FactTable
      caption={caption}
      headers={[
        { label: end === 'originIso2' ? m.countries_column_origin() : m.countries_column_destination() },
        { label: m.countries_column_months(), isNumber: true },
        { label: m.countries_column_amount(), isNumber: true },
        { label: m.countries_column_work() },
        { label: m.countries_column_survey() },
        { label: m.countries_column_source() },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          row[end] === null ? any() : formatCountry(row[end]),
          monthsLabel(row) ?? <Unknown key="months" />,
          row.amountUsd === null ? <Unknown key="amount" /> : formatNumber(row.amountUsd),
          <span key="work" lang="en">
            {row.sector ?? '—'}
          </span>,
          <span key="survey" lang="en">
            {`${row.publisher}, ${row.surveyYear} (${row.sourceQuality})`}
          </span>,
          <SourceLink key="source" source={row.source} isBare />,
        ],
      }))}
    />
  );
}

/** Who migrates to work, how many is usual, and what workers paid for the job, from both ends of the corridor. */
export function MigrationSection({ migrants, corridors }: Pick<CountryRead, 'migrants' | 'corridors'>) {
  const { usual, people } = migrants;
  return (
    <FoldedSection
      id="migration"
      title={m.countries_migration_title()}
      status={[
        m.countries_status_pair({
          label: m.countries_migrants_usual(),
          value: usual === null ? m.countries_not_known() : formatPercent(usual.share),
        }),
        m.countries_corridors_status({ count: corridors.coming.length + corridors.leaving.length }),
      ].join(' · ')}
    >
      <KeyValueList
        columns={2}
        pairs={[
          {
            key: 'usual',
            label: m.countries_migrants_usual(),
            value: usual === null ? <Unknown /> : formatPercent(usual.share),
            note: usual === null ? undefined : usual.isKnown ? m.countries_migrants_usual_note() : m.countries_migrants_world(),
          },
          {
            key: 'people',
            label: m.countries_migrants_people(),
            value: people === null ? <Unknown /> : formatPercent(people.share, { digits: 1 }),
            note: people && <SourceLink source={people.source} />,
          },
        ]}
      />
      <h3 className="mt-6">{m.countries_corridors_coming()}</h3>
      {corridors.coming.length === 0 ? (
        <p>{m.countries_corridors_none()}</p>
      ) : (
        <CorridorTable rows={corridors.coming} end="originIso2" caption={m.countries_corridors_coming()} />
      )}
      <h3 className="mt-6">{m.countries_corridors_leaving()}</h3>
      {corridors.leaving.length === 0 ? (
        <p>{m.countries_corridors_none()}</p>
      ) : (
        <CorridorTable rows={corridors.leaving} end="destinationIso2" caption={m.countries_corridors_leaving()} />
      )}
    </FoldedSection>
  );
}
