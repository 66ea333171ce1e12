import { RequirementList } from '~/audits/national-law/requirement-list';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate } from '~/ui/format';
import { useRecorder } from './recorder-context';

/** What the law of the country requires, beside the question that is held against it. Nothing where none is known. */
export function LawBox({ question }: { question: string }) {
  const { law } = useRecorder().recording.pack;
  const requirements = law?.requirements[question] ?? [];
  if (!law || requirements.length === 0) return null;
  const last =
    requirements
      .map(({ checkedOn }) => checkedOn)
      .sort()
      .at(-1) ?? '';
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-3 text-accent">
        {m.national_law_requirements({ country: formatCountry(law.country), count: requirements.length })}
      </summary>
      <div className="mb-2 grid max-w-prose gap-2 rounded bg-sunken px-4 py-3">
        <RequirementList requirements={requirements} />
        <p className="text-xs text-muted">{`${m.national_law_checked({ date: formatDate(last) })} ${m.national_law_no_advice()}`}</p>
      </div>
    </details>
  );
}
