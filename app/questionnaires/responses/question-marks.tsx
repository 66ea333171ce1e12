import type { VerificationMethod } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber } from '~/ui/format';
import type { QuestionView } from './section-view.server';

const methods = {
  documents: m.templates_verify_documents,
  workers: m.templates_verify_workers,
  management: m.templates_verify_management,
  'worker-representatives': m.templates_verify_worker_representatives,
  observation: m.templates_verify_observation,
} satisfies Record<VerificationMethod, () => string>;
/** Verification methods as text. */
export const verificationLabel = (method: VerificationMethod): string => methods[method]();

const strengths = {
  strong: m.templates_strength_strong,
  medium: m.templates_strength_medium,
  weak: m.templates_strength_weak,
};

const limits = {
  'minimum-age': m.templates_country_minimum_age,
  'hours-a-day': m.templates_country_hours_a_day,
  'hours-a-week': m.templates_country_hours_a_week,
  'litres-a-day': m.templates_country_litres_a_day,
};

/** What is known about the question in the supplier's country; an unknown limit is shown as unknown. */
function countryLabel({ country, kind, value }: QuestionView['marks']['country'][number]): string {
  const name = formatCountry(country);
  if (kind === 'public') return m.templates_country_public({ country: name });
  if (kind === 'variant') return m.templates_country_variant({ country: name });
  if (kind === 'protocol') return m.templates_country_protocol({ country: name });
  if (kind === 'law-itself') return m.templates_country_law_itself({ country: name });
  return value === null ? m.templates_country_unknown({ country: name }) : limits[kind]({ country: name, limit: formatNumber(value) });
}

/** Guidance for an assessor beside a question. Nothing for a question without any. */
export function QuestionMarks({ marks }: { marks: QuestionView['marks'] }) {
  const { verify, nonCompliantWhen, strength } = marks;
  const guidance = [
    nonCompliantWhen === 'yes'
      ? m.templates_not_compliant_when_yes()
      : nonCompliantWhen === 'no'
        ? m.templates_not_compliant_when_no()
        : null,
    verify.length > 0 ? m.templates_verify({ methods: verify.map(verificationLabel).join(', ') }) : null,
    strength ? strengths[strength]() : null,
    marks.clause ? m.templates_clause({ clause: marks.clause }) : null,
    marks.publicItem === 'known' ? m.templates_public_known() : marks.publicItem === 'recalled' ? m.templates_public_recalled() : null,
    ...marks.country.map(countryLabel),
    marks.isRecalled ? m.templates_recalled() : null,
    marks.isOptional ? m.templates_gathered() : null,
  ].filter((each) => each !== null);
  if (guidance.length === 0 && !marks.isZeroTolerance) return null;
  return (
    <div className="max-w-prose text-sm text-muted">
      {marks.isZeroTolerance && <p className="font-semibold text-danger">{m.templates_zero_tolerance()}</p>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {guidance.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
