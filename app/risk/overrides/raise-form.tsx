import { useNavigation } from '@remix-run/react';
import { type Band, type Basis, type EvidenceGrade, evidenceGrades, type OverrideCode } from '#scoring';
import { bandLabel, basisLabel, overrideLabel, scoreLabel } from '~/documents/charts/labels';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { evidenceLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatNumber } from '~/ui/format';
import { RadioGroup, Select } from '~/ui/select';
import { fieldOf, type FormFailure } from '~/ui/form-values';

type Previewed = { score: number; band: Band; basis: Basis } | null;
export type Choice = { code: OverrideCode; floor: number; after: Previewed; isPublishedOnly: boolean };

/** Raises one override: the effect of each on the score is shown before anything is sent. */
export function RaiseForm({
  before,
  choices,
  asksReference,
  today,
  failure,
}: {
  before: Previewed;
  choices: readonly Choice[];
  /** Whether it rests on a publication or document that the form names, and not on the record it was opened from. */
  asksReference: boolean;
  today: string;
  failure?: FormFailure | undefined;
}) {
  const { state, formMethod } = useNavigation();
  const only = choices.length === 1 ? choices[0]?.code : undefined;
  return (
    <Form method="post" className="grid max-w-2xl gap-5">
      <ErrorSummary errors={failure?.errors} />
      <RadioGroup
        label={m.override_waivers_raise_code()}
        options={choices.map((choice) => ({
          value: choice.code,
          label: m.override_waivers_raise_choice({ code: choice.code, text: overrideLabel(choice.code) }),
          hint: <Effect before={before} choice={choice} />,
        }))}
        {...fieldOf(failure, 'code', only)}
      />
      {asksReference && (
        <FreeText
          label={m.override_waivers_raise_reference()}
          hint={m.override_waivers_raise_reference_hint()}
          rows={2}
          maxLength={400}
          {...fieldOf(failure, 'reference')}
        />
      )}
      <FreeText
        label={m.override_waivers_raise_reason()}
        hint={m.override_waivers_raise_reason_hint()}
        rows={3}
        maxLength={1000}
        {...fieldOf(failure, 'reason')}
      />
      <Field type="date" label={m.override_waivers_raise_since()} max={today} className="max-w-60" {...fieldOf(failure, 'since', today)} />
      <Select
        label={m.override_waivers_evidence()}
        empty={m.override_waivers_evidence_choose()}
        options={evidenceGrades.map((grade: EvidenceGrade) => ({ value: grade, label: evidenceLabel(grade) }))}
        {...fieldOf(failure, 'evidence')}
      />
      <div>
        <Button variant="primary" busy={state !== 'idle' && formMethod === 'POST'}>
          {m.override_waivers_raise()}
        </Button>
      </div>
    </Form>
  );
}

function Effect({ before, choice: { floor, after, isPublishedOnly } }: { before: Previewed; choice: Choice }) {
  return (
    <>
      <span className="block">{effectWords({ before, after, floor: formatNumber(floor) })}</span>
      {before && after && before.basis !== after.basis && (
        <span className="block">
          {m.override_waivers_raise_basis({ before: basisLabel(before.basis), after: basisLabel(after.basis) })}
        </span>
      )}
      {isPublishedOnly && <span className="block">{m.override_waivers_raise_published()}</span>}
    </>
  );
}

function effectWords({ before, after, floor }: { before: Previewed; after: Previewed; floor: string }): string {
  if (!before || !after) return m.override_waivers_raise_unscored({ floor });
  const from = { before: scoreLabel(before.score), bandBefore: bandLabel(before.band), floor };
  return after.score === before.score
    ? m.override_waivers_raise_same(from)
    : m.override_waivers_raise_effect({ ...from, after: scoreLabel(after.score), bandAfter: bandLabel(after.band) });
}
