import { type PlanLine, siteAnswers } from '~/audits/closing-plan/schema';
import { actionKinds, timescales, verifications } from '~/findings/corrective-actions/action-lists';
import { kindLabel, timescaleLabel, verificationLabel } from '~/findings/corrective-actions/labels';
import { m } from '~/paraglide/messages';
import { Box } from './box';
import { capital } from './grades';
import { SavedText } from './saved-text';

/** What is agreed on one finding. Texts that management reads save nothing while they contain a name. */
export function ClosingLine({ name, line, change }: { name: string; line: PlanLine; change: (part: Partial<PlanLine>) => void }) {
  const text = (
    field: 'what' | 'requirement' | 'action' | 'responsible' | 'remark',
    label: string,
    more: { hint?: string; rows?: number; most: number },
  ) => (
    <SavedText
      id={`${field}-${name}`}
      {...{ label, value: line[field], maxLength: more.most, rows: more.rows ?? 2 }}
      {...(more.hint ? { hint: more.hint } : {})}
      isNeeded={field !== 'remark' || line.site === 'disagrees'}
      refusesNames={field === 'what'}
      onSave={(value) => change({ [field]: value.trim() })}
    />
  );
  return (
    <>
      {text('what', m.closing_plan_what(), { hint: m.closing_plan_what_hint(), rows: 3, most: 2000 })}
      {text('requirement', m.closing_plan_requirement(), { hint: m.closing_plan_requirement_hint(), most: 1000 })}
      {text('action', m.closing_plan_action(), { rows: 3, most: 2000 })}
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          {...{ id: `kind-${name}`, label: m.closing_plan_action_kind(), value: line.kind, options: actionKinds, labelOf: kindLabel }}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          {...{
            id: `timescale-${name}`,
            label: m.closing_plan_timescale(),
            value: line.timescale,
            options: timescales,
            labelOf: timescaleLabel,
          }}
          onChange={(timescale) => change({ timescale })}
        />
        {text('responsible', m.closing_plan_responsible(), { rows: 1, most: 200 })}
        <Choice
          {...{ id: `verification-${name}`, label: m.closing_plan_verification(), value: line.verification, options: verifications }}
          labelOf={verificationLabel}
          onChange={(verification) => change({ verification })}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-semibold">{m.closing_plan_site_answer()}</legend>
        <div className="flex flex-wrap gap-2">
          {siteAnswers.map((site) => (
            <Box
              key={site}
              type="radio"
              name={`site-${name}`}
              label={site === 'agrees' ? m.closing_plan_agrees() : m.closing_plan_disagrees()}
              isChecked={line.site === site}
              onChange={() => change({ site })}
            />
          ))}
        </div>
      </fieldset>
      {text('remark', m.closing_plan_remark(), { hint: m.closing_plan_remark_hint(), most: 2000 })}
    </>
  );
}

function Choice<Value extends string>({
  id,
  label,
  value,
  options,
  labelOf,
  onChange,
}: {
  id: string;
  label: string;
  value: Value;
  options: readonly Value[];
  labelOf: (value: Value) => string;
  onChange: (value: Value) => void;
}) {
  return (
    <label className="grid content-start gap-1">
      <span className="font-semibold">{label}</span>
      <select
        id={id}
        className="control min-h-11"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {capital(labelOf(option))}
          </option>
        ))}
      </select>
    </label>
  );
}
