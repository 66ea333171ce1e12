import type { VerificationMethod } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber } from '~/ui/format';
import type { QuestionView } from './section-view.server';

const methods = {
  documents: m.instrument_verify_documents,
  workers: m.instrument_verify_workers,
  management: m.instrument_verify_management,
  'worker-representatives': m.instrument_verify_worker_representatives,
  observation: m.instrument_verify_observation,
} satisfies Record<VerificationMethod, () => string>;
/** By what something is found out, in words. */
export const verificationWord = (method: VerificationMethod): string => methods[method]();

const strengths = {
  strong: m.instrument_strength_strong,
  medium: m.instrument_strength_medium,
  weak: m.instrument_strength_weak,
};

const limits = {
  'minimum-age': m.instrument_country_minimum_age,
  'hours-a-day': m.instrument_country_hours_a_day,
  'hours-a-week': m.instrument_country_hours_a_week,
  'litres-a-day': m.instrument_country_litres_a_day,
};

/** What is known to hold for the question in the supplier's country; a limit that is not known says so. */
function countryWord({ country, kind, value }: QuestionView['marks']['country'][number]): string {
  const name = formatCountry(country);
  if (kind === 'public') return m.instrument_country_public({ country: name });
  if (kind === 'variant') return m.instrument_country_variant({ country: name });
  if (kind === 'protocol') return m.instrument_country_protocol({ country: name });
  if (kind === 'law-itself') return m.instrument_country_law_itself({ country: name });
  return value === null ? m.instrument_country_unknown({ country: name }) : limits[kind]({ country: name, limit: formatNumber(value) });
}

/** What an assessor is told beside a question. Nothing for a question that has no marks. */
export function QuestionMarks({ marks }: { marks: QuestionView['marks'] }) {
  const { verify, nonCompliantWhen, strength } = marks;
  const told = [
    nonCompliantWhen === 'yes'
      ? m.instrument_not_compliant_when_yes()
      : nonCompliantWhen === 'no'
        ? m.instrument_not_compliant_when_no()
        : null,
    verify.length > 0 ? m.instrument_verify({ methods: verify.map(verificationWord).join(', ') }) : null,
    strength ? strengths[strength]() : null,
    marks.clause ? m.instrument_clause({ clause: marks.clause }) : null,
    marks.publicItem === 'known' ? m.instrument_public_known() : marks.publicItem === 'recalled' ? m.instrument_public_recalled() : null,
    ...marks.country.map(countryWord),
    marks.isRecalled ? m.instrument_recalled() : null,
    marks.isOptional ? m.instrument_gathered() : null,
  ].filter((each) => each !== null);
  if (told.length === 0 && !marks.isZeroTolerance) return null;
  return (
    <div className="max-w-prose text-sm text-muted">
      {marks.isZeroTolerance && <p className="font-semibold text-danger">{m.instrument_zero_tolerance()}</p>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
