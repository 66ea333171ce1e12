import { Link } from '@remix-run/react';
import { BandLineCompact } from '~/charts/band-line';
import { CheckSection } from '~/risk/countries/check-section';
import { checksOf } from '~/risk/countries/checks';
import { EditionSection } from '~/risk/countries/edition-section';
import { FactTable } from '~/risk/countries/fact-table';
import { GoodsSection } from '~/risk/countries/goods-section';
import { marksOf } from '~/risk/countries/marks';
import { PointsWaterfall } from '~/risk/countries/points-waterfall';
import { ScoreVerdict, scoreSentence } from '~/risk/countries/score-verdict';
import { placeWord } from '~/risk/countries/words';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import type { PairRead } from './read-pair.server';

/** One sector in one country: the sum of both, what is listed there, and what to check. */
export function PairPage({ pair }: { pair: PairRead }) {
  const { country, sector, score, child, lines, placeInCountry, goods, classes, asOf } = pair;
  const { iso2 } = country;
  const { code } = sector;
  const name = formatCountry(iso2);
  const title = m.sector_in_country({ sector: sector.name, country: name });
  const page = `/countries/${iso2}/sectors/${code}`;
  return (
    <article data-report>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: m.country_list_title(), to: '/countries' },
          { label: name, to: `/countries/${iso2}` },
          { label: m.sector_named({ code, name: sector.name }) },
        ]}
        meta={
          <>
            <span>{m.country_as_of({ date: formatDate(asOf) })}</span>
            <Link to={`/countries/${iso2}`}>{m.sector_pair_country({ country: name })}</Link>
            <Link to={`/sectors/${code}`}>{m.sector_pair_sector({ sector: sector.name })}</Link>
          </>
        }
        actions={
          <>
            <LinkButton to={`${page}.csv`} icon="download" reloadDocument>
              CSV
            </LinkButton>
            <LinkButton to={`${page}.json`} icon="download" reloadDocument>
              JSON
            </LinkButton>
          </>
        }
      />
      <ScoreVerdict
        score={score}
        child={child}
        places={[
          ...(score?.place ? [m.sector_place_of_country({ place: placeWord(score.place) })] : []),
          ...(pair.withGood === null
            ? []
            : [
                m.sector_with_good({
                  score: formatNumber(Math.min(100, Math.max(0, Math.round(pair.withGood)))),
                  goods: goods
                    .filter(({ isForced, isForcedByInput }) => isForced || isForcedByInput)
                    .map(({ good }) => good)
                    .join(', '),
                }),
              ]),
          ...(placeInCountry ? [m.sector_place_in_country({ place: placeWord(placeInCountry) })] : []),
        ]}
        marks={marksOf(country)}
      />
      {score && (
        <Section id="why" title={m.country_why_title()} lead={m.country_why_lead()}>
          <PointsWaterfall
            lines={lines}
            title={m.country_why_chart({ name: title })}
            start={m.country_world_average()}
            end={m.country_score_of({ name: title })}
            pages={{ country: `/countries/${iso2}`, sector: `/sectors/${code}` }}
          />
        </Section>
      )}
      <CheckSection checks={checksOf({ ...country, child }, code)} />
      <GoodsSection
        goods={{ listed: goods }}
        presumptions={country.presumptions.filter(({ isicDivisions }) => isicDivisions.includes(code))}
        goodPoints={country.goodPoints}
      />
      {classes.length > 0 && (
        <Section id="classes" title={m.sector_classes_title()} lead={m.sector_classes_lead()}>
          <FactTable
            caption={m.sector_classes_title()}
            headers={[
              { label: m.sector_column_class() },
              { label: m.country_column_score(), isNumber: true },
              { label: m.country_column_interval() },
              { label: m.sector_reason() },
            ]}
            rows={classes.map((row) => ({
              key: row.code,
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
      <EditionSection editions={pair.editions} />
    </article>
  );
}
