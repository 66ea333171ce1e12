import { Link } from '@remix-run/react';
import { lawTopicLabel } from '~/audits/national-law/labels';
import { RequirementList } from '~/audits/national-law/requirement-list';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { FoldedSection } from '~/ui/fold';
import type { EnteredFor } from './entered-law.server';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';

/** The labour law of a country by topic, as far as it is held: for audits, not for the score. */
export function NationalLawSection({
  law: { requirements, source },
  iso2,
  entered,
}: {
  law: CountryRead['law'];
  iso2: string;
  entered: readonly EnteredFor[];
}) {
  const topics = [...new Set(requirements.map(({ topic }) => topic))];
  return (
    <FoldedSection
      id="national-law"
      title={m.national_law_title()}
      status={m.national_law_status({ count: requirements.length + entered.reduce((sum, { requirements: own }) => sum + own.length, 0) })}
      lead={m.national_law_lead()}
    >
      {topics.length === 0 ? (
        <p className="max-w-prose">{m.national_law_none()}</p>
      ) : (
        <>
          <KeyValueList
            pairs={topics.map((topic) => ({
              key: topic,
              label: lawTopicLabel(topic),
              value: <RequirementList requirements={requirements.filter((each) => each.topic === topic)} />,
            }))}
          />
          {source && (
            <p className="mt-3">
              <SourceLink source={source} />
            </p>
          )}
        </>
      )}
      {entered.map(({ slug, name, requirements: own }) => (
        <div key={slug} className="mt-6">
          <h3 className="mb-2">
            {m.national_law_open_own()} · <bdi>{name}</bdi>
          </h3>
          {own.length === 0 ? <p className="text-muted">{m.national_law_entered_none()}</p> : <RequirementList requirements={own} />}
          <p className="mt-2">
            <Link to={`/o/${slug}/national-law/${iso2}`}>{m.national_law_of({ country: formatCountry(iso2) })}</Link>
          </p>
        </div>
      ))}
    </FoldedSection>
  );
}
