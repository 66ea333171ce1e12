import { Link } from '@remix-run/react';
import { BandLineCompact } from '~/documents/charts/band-line';
import { CheckSection } from '~/risk/countries/check-section';
import { checksOf } from '~/risk/countries/checks';
import { EditionSection } from '~/risk/countries/edition-section';
import { FactTable } from '~/risk/countries/fact-table';
import { GoodsSection } from '~/risk/countries/goods-section';
import { marksOf } from '~/risk/countries/marks';
import { PointsWaterfall } from '~/risk/countries/points-waterfall';
import { ScoreVerdict, scoreSentence } from '~/risk/countries/score-verdict';
import { placeWord } from '~/risk/countries/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { FoldedSection } from '~/ui/fold';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import type { PairRead } from './read-pair.server';

/** One sector in one country: the sum of both, what is listed there, and what to check. */
export function PairPage({ pair }: { pair: PairRead }) {
  const { country, sector, score, child, lines, placeInCountry, goods, classes, asOf } = pair;
  const { iso2 } = country;
  const { code } = sector;
  const name = formatCountry(iso2);
  const title = m.sectors_in_country({ sector: sector.name, country: name });
  const page = `/countries/${iso2}/sectors/${code}`;
  return (
    <article data-report>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: m.countries_list_title(), to: '/countries' },
          { label: name, to: `/countries/${iso2}` },
          { label: m.sectors_named({ code, name: sector.name }) },
        ]}
        meta={
          <>
            <span>{m.countries_as_of({ date: formatDate(asOf) })}</span>
            <Link to={`/countries/${iso2}`}>{m.sectors_pair_country({ country: name })}</Link>
            <Link to={`/sectors/${code}`}>{m.sectors_pair_sector({ sector: sector.name })}</Link>
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
          ...(score?.place ? [m.sectors_place_of_country({ place: placeWord(score.place) })] : []),
          ...(pair.withGood === null
            ? []
            : [
                m.sectors_with_good({
                  score: formatNumber(Math.min(100, Math.max(0, Math.round(pair.withGood)))),
                  goods: goods
                    .filter(({ isForced, isForcedByInput }) => isForced || isForcedByInput)
                    .map(({ good }) => good)
                    .join(', '),
                }),
              ]),
          ...(placeInCountry ? [m.sectors_place_in_country({ place: placeWord(placeInCountry) })] : []),
        ]}
        marks={marksOf(country)}
      />
      {score && (
        <Section id="why" title={m.countries_why_title()} lead={m.countries_why_lead()}>
          <PointsWaterfall
            lines={lines}
            title={m.countries_why_chart({ name: title })}
            start={m.countries_world_average()}
            end={m.countries_score_of({ name: title })}
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
        <FoldedSection
          id="classes"
          title={m.sectors_classes_title()}
          status={m.sectors_classes_status({
            count: classes.length,
            score: formatNumber(Math.max(...classes.map(({ score: own }) => own))),
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
            rows={classes.map((row) => ({
              key: row.code,
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
      <EditionSection editions={pair.editions} />
    </article>
  );
}
