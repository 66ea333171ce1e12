import { FreeText } from '~/platform/privacy/personal-data-hint';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { RadioGroup } from '~/ui/select';
import { fieldOf } from '~/ui/form-values';
import { type Refused, failureOf } from '~/ui/act-dialog';

/** A second person's decision on another's request: a verdict, and the reason for a refusal. `of`: the field that names the request, and its id. */
export function DecisionForm({
  intent,
  of,
  verdicts,
  refused,
}: {
  intent: string;
  of: { field: string; id: string };
  verdicts: { value: string; label: string }[];
  refused: Refused;
}) {
  const isOf = refused?.failure.values[of.field]?.[0] === of.id;
  const failure = isOf ? failureOf(refused, intent) : undefined;
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-3" data-print="none">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={of.field} value={of.id} />
      <RadioGroup
        {...fieldOf(failure, 'verdict')}
        id={`verdict-${of.id}`}
        label={m.monitoring_waiver_decide()}
        layout="row"
        options={verdicts}
      />
      <FreeText
        {...fieldOf(failure, 'answer')}
        id={`answer-${of.id}`}
        optional
        label={m.deals_reason()}
        hint={m.monitoring_waiver_answer_hint()}
        rows={2}
        maxLength={2000}
      />
      <div>
        <Button type="submit" variant="primary">
          {m.monitoring_waiver_decide()}
        </Button>
      </div>
    </Form>
  );
}
