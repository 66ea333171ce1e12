import { type InterviewForm, interviewForms } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';
import { Box } from './box';

const labels = { individual: m.narrative_individual, group: m.narrative_group } satisfies Record<InterviewForm, () => string>;

/** How workers were interviewed about a question; reports name a way only where five or more were interviewed in it. */
export function InterviewFormBoxes({ forms, onChange }: { forms: readonly InterviewForm[]; onChange: (forms: InterviewForm[]) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{m.narrative_interviews()}</legend>
      <div className="flex flex-wrap gap-2">
        {interviewForms.map((form) => (
          <Box
            key={form}
            label={labels[form]()}
            isChecked={forms.includes(form)}
            onChange={(isChecked) => onChange(isChecked ? [...forms, form] : forms.filter((each) => each !== form))}
          />
        ))}
      </div>
    </fieldset>
  );
}
