import { lawTopicLabel } from '~/audits/national-law/labels';
import { RequirementList } from '~/audits/national-law/requirement-list';
import { m } from '~/paraglide/messages';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';

/** The labour law of a country by topic, as far as it is held: for audits, not for the score. */
export function NationalLawSection({ law: { requirements, source } }: { law: CountryRead['law'] }) {
  const topics = [...new Set(requirements.map(({ topic }) => topic))];
  return (
    <Section id="national-law" title={m.national_law_title()} lead={m.national_law_lead()}>
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
    </Section>
  );
}
