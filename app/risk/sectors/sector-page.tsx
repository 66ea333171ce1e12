import { FactTable } from '~/risk/countries/fact-table';
import { oddsWord } from '~/charts/odds-words';
import { ScoreVerdict, scoreSentence } from '~/risk/countries/score-verdict';
import { SourceLink } from '~/risk/countries/source-link';
import { placeWord } from '~/risk/countries/words';
import { BandLineCompact } from '~/charts/band-line';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatCountry, formatDate, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import type { SectorRead } from './read-sector.server';
import { RiskCountries } from './risk-countries';

/** One division: how high, how sure, why its number, and where the risk is highest. */
export function SectorPage({ sector }: { sector: SectorRead }) {
  const { code, name, score, child, number, asOf, presumptions } = sector;
  const title = m.sector_named({ code, name });
  return (
    <article data-report>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: m.sector_list_title(), to: '/sectors' }, { label: title }]}
        meta={
          <>
            <span>{m.country_as_of({ date: formatDate(asOf) })}</span>
            <span>
              {m.sector_section({ section: sector.section })} <span lang="en">{sector.sectionTitle}</span>
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
        places={[...(score.place ? [m.sector_place({ place: placeWord(score.place) })] : []), m.sector_against()]}
        marks={presumptions.map(({ sector: own, iso2, designated }) => (
          <span key={own}>
            <strong>{m.country_line_presumption()}</strong>.{' '}
            {m.sector_presumption({ country: formatCountry(iso2), date: formatDate(designated) })} <span lang="en">({own})</span>
          </span>
        ))}
      />
      <Section id="why" title={m.sector_why_title()}>
        <KeyValueList
          pairs={[
            {
              key: 'points',
              label: m.country_column_points(),
              value: formatNumber(number.points, { digits: 1 }),
              note: oddsWord(number.points),
            },
            { key: 'spread', label: m.sector_spread(), value: formatNumber(number.spread), note: m.sector_spread_note() },
            { key: 'reason', label: m.sector_reason(), value: <span lang="en">{number.reason}</span> },
            {
              key: 'anchor',
              label: m.sector_anchor(),
              value: <span lang="en">{number.anchor}</span>,
              note: <SourceLink source={number.source} />,
            },
          ]}
        />
        <p className="mt-3 text-muted">{m.sector_editions_one()}</p>
      </Section>
      {sector.classes.length > 0 && (
        <Section id="classes" title={m.sector_classes_title()} lead={m.sector_classes_lead()}>
          <FactTable
            caption={m.sector_classes_title()}
            headers={[
              { label: m.sector_column_class() },
              { label: m.country_column_score(), isNumber: true },
              { label: m.country_column_interval() },
              { label: m.sector_reason() },
            ]}
            rows={sector.classes.map((row) => ({
              key: row.code,
              id: `class-${row.code}`,
              cells: [
                m.sector_named({ code: row.code, name: row.name }),
                formatNumber(row.score),
                <BandLineCompact key="line" reading={row} title={scoreSentence(row)} />,
                <span key="reason" lang="en">
                  {row.reason}
                </span>,
              ],
            }))}
          />
        </Section>
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
    <Section id="goods" title={m.sector_goods_title()} lead={m.sector_goods_lead()}>
      {goods.length === 0 ? (
        <p>{m.sector_goods_none()}</p>
      ) : (
        <FactTable
          caption={m.sector_goods_title()}
          headers={[
            { label: m.country_column_good() },
            { label: m.country_forced_labour() },
            { label: m.country_good_forced_input() },
            { label: m.country_child_labour() },
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
    </Section>
  );
}

function EmploymentSection({ sector }: { sector: SectorRead }) {
  const { employment, iloSector } = sector;
  const percent = (value: number | null) => (value === null ? <Unknown /> : formatPercent(value / 100, { digits: 1 }));
  return (
    <Section id="employment" title={m.sector_employment_title()} lead={m.sector_employment_lead()}>
      <KeyValueList
        columns={2}
        pairs={[
          {
            key: 'people',
            label: m.sector_people_at_work(),
            value:
              employment === null ? <Unknown /> : m.sector_millions({ count: formatNumber(employment.employedMillions, { digits: 1 }) }),
            note: employment && (
              <>
                <span lang="en">{employment.name}</span>, {employment.year} · <SourceLink source={employment.source} />
              </>
            ),
          },
          { key: 'share', label: m.sector_share_of_work(), value: percent(employment?.employmentShare ?? null) },
          {
            key: 'ilo',
            label: m.sector_share_of_forced(),
            value: percent(iloSector?.forcedLabourShare ?? null),
            note: iloSector && (
              <>
                <span lang="en">{iloSector.name}</span> · <SourceLink source={iloSector.source} />
              </>
            ),
          },
          {
            key: 'rate',
            label: m.sector_rate(),
            value:
              iloSector?.ratePerEmployeeLow == null || iloSector.ratePerEmployeeHigh == null ? (
                <Unknown />
              ) : (
                m.country_range({
                  from: formatNumber(iloSector.ratePerEmployeeLow, { digits: 2 }),
                  to: formatNumber(iloSector.ratePerEmployeeHigh, { digits: 2 }),
                })
              ),
          },
        ]}
      />
    </Section>
  );
}
