import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { FoldedSection } from '~/ui/fold';
import { PageHeader, Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import { CheckSection } from './check-section';
import { checksOf } from './checks';
import { EditionSection } from './edition-section';
import { GoodsSection } from './goods-section';
import { ConventionSection, EstimateSection, WorkSection } from './law-sections';
import { marksOf } from './marks';
import { MigrationSection, SponsorshipSection } from './migration-sections';
import { NationalLawSection } from './national-law-section';
import { PointsWaterfall } from './points-waterfall';
import type { EnteredFor } from './entered-law.server';
import type { CountryRead } from './read-country.server';
import { ScoreVerdict, scoreSentence } from './score-verdict';
import { SectorsSection } from './sectors-section';
import { GovernanceSection, TierSection } from './state-sections';
import { placeWord, regionLabel } from './labels';

/** One country: how high, how sure, why, and what to check; then everything it rests on. */
export function CountryPage({ country, entered = [] }: { country: CountryRead; entered?: readonly EnteredFor[] }) {
  const { iso2, score, child, lines, asOf } = country;
  const name = formatCountry(iso2);
  const ends = { start: m.countries_world_average(), end: m.countries_score_of({ name }) };
  return (
    <article data-report>
      <PageHeader
        title={name}
        breadcrumbs={[{ label: m.countries_list_title(), to: '/countries' }, { label: name }]}
        meta={
          <>
            <span>{m.countries_as_of({ date: formatDate(asOf) })}</span>
            {country.iloRegion && <span>{regionLabel(country.iloRegion)}</span>}
            <span>
              {m.countries_population()} {country.people.count === null ? <Unknown /> : formatNumber(country.people.count)}
            </span>
          </>
        }
        actions={
          <>
            <LinkButton to={`/countries/${iso2}.csv`} icon="download" reloadDocument>
              CSV
            </LinkButton>
            <LinkButton to={`/countries/${iso2}.json`} icon="download" reloadDocument>
              JSON
            </LinkButton>
          </>
        }
      />
      <ScoreVerdict
        score={score}
        child={child}
        places={score?.place ? [m.countries_place_countries({ place: placeWord(score.place) })] : []}
        marks={marksOf(country)}
      />
      {score && (
        <Section id="why" title={m.countries_why_title()} lead={m.countries_why_lead()}>
          <PointsWaterfall lines={lines} title={m.countries_why_chart({ name })} {...ends} />
        </Section>
      )}
      <CheckSection checks={checksOf(country)} />
      <EditionSection editions={country.editions} />
      <SectorsSection sectors={country.sectors} iso2={iso2} />
      <GoodsSection goods={country.goods} presumptions={country.presumptions} goodPoints={country.goodPoints} />
      <TierSection tiers={country.tiers} state={country.state} />
      <SponsorshipSection sponsorship={country.sponsorship} />
      <MigrationSection migrants={country.migrants} corridors={country.corridors} />
      <GovernanceSection governance={country.governance} />
      <WorkSection informality={country.informality} inspection={country.inspection} />
      <ConventionSection conventions={country.conventions} />
      <NationalLawSection law={country.law} iso2={iso2} entered={entered} />
      <EstimateSection estimates={country.estimates} />
      {child && (
        <FoldedSection id="child" title={m.countries_child_title()} status={scoreSentence(child)} lead={m.countries_child_lead()}>
          <PointsWaterfall
            lines={child.lines}
            title={m.countries_child_chart({ name })}
            start={m.countries_world_average_child()}
            end={m.countries_score_of({ name })}
          />
        </FoldedSection>
      )}
    </article>
  );
}
