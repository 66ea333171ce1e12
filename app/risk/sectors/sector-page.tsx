import { FactTable } from '~/risk/countries/fact-table';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { ScoreVerdict, scoreSentence } from '~/risk/countries/score-verdict';
import { SourceLink } from '~/risk/countries/source-link';
import { placeWord } from '~/risk/countries/labels';
import { BandLineCompact } from '~/documents/charts/band-line';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { FoldedSection } from '~/ui/fold';
import { formatCountry, formatDate, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import type { SectorRead } from './read-sector.server';
import { RiskCountries } from './risk-countries';

/** One division: how high, how sure, why its number, and where the risk is highest. */
export function SectorPage({ sector }: { sector: SectorRead }) {
  const { code, name, score, child, number, asOf, presumptions } = sector;
  const title = m.sectors_named({ code, name });
  return (
    <article data-report>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: m.sectors_list_title(), to: '/sectors' }, { label: title }]}
        meta={
          <>
            <span>{m.countries_as_of({ date: formatDate(asOf) })}</span>
            <span>
              {m.sectors_section({ section: sector.section })} <span lang="en">{sector.sectionTitle}</span>
            </span>
          </>
        }
        actions={
          <>
            <LinkButton to={`/sectors/${code}.csv`} icon="download" reloadDocument>
              CSV
            </LinkButton>
            <LinkButton to={`/sectors/${code}.json`} icon="download" reloadDocument>
              JSON
            </LinkButton>
          </>
        }
      />
      <ScoreVerdict
        score={score}
        child={child}
        places={[...(score.place ? [m.sectors_place({ place: placeWord(score.place) })] : []), m.sectors_against()]}
        marks={presumptions.map(({ sector: own, iso2, designated }) => (
          <span key={own}>
            <strong>{m.countries_line_presumption()}</strong>.{' '}
            {m.sectors_presumption({ country: formatCountry(iso2), date: formatDate(designated) })} <span lang="en">({own})</span>
          </span>
        ))}
      />
      <Section id="why" title={m.sectors_why_title()}>
        <KeyValueList
          pairs={[
            {
              key: 'points',
              label: m.countries_column_points(),
              value: formatNumber(number.points, { digits: 1 }),
              note: oddsLabel(number.points),
            },
            { key: 'spread', label: m.sectors_spread(), value: formatNumber(number.spread), note: m.sectors_spread_note() },
            { key: 'reason', label: m.sectors_reason(), value: <span lang="en">{number.reason}</span> },
            {
              key: 'anchor',
              label: m.sectors_anchor(),
              value: <span lang="en">{number.anchor}</span>,
              note: <SourceLink source={number.source} />,
            },
          ]}
        />
        <p className="mt-3 text-muted">{m.sectors_editions_one()}</p>
      </Section>
      {sector.classes.length > 0 && (
        <FoldedSection
          id="classes"
          title={m.sectors_classes_title()}
          status={m.sectors_classes_status({
            count: sector.classes.length,
            score: formatNumber(Math.max(...sector.classes.map(({ score: own }) => own))),
          })}
          lead={m.sectors_classes_lead()}
        >
          <FactTable
            caption={m.sectors_classes_title()}
            headers={[
              { label: m.sectors_column_class() },
              { label: m.countries_column_score(), isNumber: true },
              { label: m.countries_column_interval() },
              { label: m.sectors_reason() },
            ]}
            rows={sector.classes.map((row) => ({
              key: row.code,
              id: `class-${row.code}`,
              cells: [
                m.sectors_named({ code: row.code, name: row.name }),
                formatNumber(row.score),
                <BandLineCompact key="line" reading={row} title={scoreSentence(row)} />,
                <span key="reason" lang="en">
                  {row.reason}
                </span>,
              ],
            }))}
          />
        </FoldedSection>
      )}
      <RiskCountries countries={sector.countries} code={code} />
      <GoodsOfSector goods={sector.goods} />
      <EmploymentSection sector={sector} />
    </article>
  );
}

function GoodsOfSector({ goods }: Pick<SectorRead, 'goods'>) {
  const places = (codes: readonly string[]) => (codes.length === 0 ? '—' : codes.map((code) => formatCountry(code)).join(', '));
  return (
    <FoldedSection
      id="goods"
      title={m.sectors_goods_title()}
      status={m.sectors_goods_status({ count: goods.length })}
      lead={m.sectors_goods_lead()}
    >
      {goods.length === 0 ? (
        <p>{m.sectors_goods_none()}</p>
      ) : (
        <FactTable
          caption={m.sectors_goods_title()}
          headers={[
            { label: m.countries_column_good() },
            { label: m.countries_forced_labour() },
            { label: m.countries_good_forced_input() },
            { label: m.countries_child_labour() },
          ]}
          rows={goods.map(({ good, forced, byInput, child }) => ({
            key: good,
            cells: [
              <span key="good" lang="en">
                {good}
              </span>,
              places(forced),
              places(byInput),
              places(child),
            ],
          }))}
        />
      )}
    </FoldedSection>
  );
}

function EmploymentSection({ sector }: { sector: SectorRead }) {
  const { employment, iloSector } = sector;
  const percent = (value: number | null) => (value === null ? <Unknown /> : formatPercent(value / 100, { digits: 1 }));
  return (
    <FoldedSection
      id="employment"
      title={m.sectors_employment_title()}
      status={
        employment === null
          ? m.countries_not_known()
          : m.sectors_employment_status({
              millions: m.sectors_millions({ count: formatNumber(employment.employedMillions, { digits: 1 }) }),
            })
      }
      lead={m.sectors_employment_lead()}
    >
      <KeyValueList
        columns={2}
        pairs={[
          {
            key: 'people',
            label: m.sectors_people_at_work(),
            value:
              employment === null ? <Unknown /> : m.sectors_millions({ count: formatNumber(employment.employedMillions, { digits: 1 }) }),
            note: employment && (
              <>
                <span lang="en">{employment.name}</span>, {employment.year} · <SourceLink source={employment.source} />
              </>
            ),
          },
          { key: 'share', label: m.sectors_share_of_work(), value: percent(employment?.employmentShare ?? null) },
          {
            key: 'ilo',
            label: m.sectors_share_of_forced(),
            value: percent(iloSector?.forcedLabourShare ?? null),
            note: iloSector && (
              <>
                <span lang="en">{iloSector.name}</span> · <SourceLink source={iloSector.source} />
              </>
            ),
          },
          {
            key: 'rate',
            label: m.sectors_rate(),
            value:
              iloSector?.ratePerEmployeeLow == null || iloSector.ratePerEmployeeHigh == null ? (
                <Unknown />
              ) : (
                m.countries_range({
                  from: formatNumber(iloSector.ratePerEmployeeLow, { digits: 2 }),
                  to: formatNumber(iloSector.ratePerEmployeeHigh, { digits: 2 }),
                })
              ),
          },
        ]}
      />
    </FoldedSection>
  );
}
