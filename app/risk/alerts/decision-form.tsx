import { useNavigation } from '@remix-run/react';
import { type EvidenceGrade, evidenceGrades } from '#scoring';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { evidenceLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Select } from '~/ui/select';
import { fieldOf, type FormFailure } from '~/ui/form-values';
import type { AlertStatus } from './basis';

/**
 * Confirms, dismisses or takes up an alert again, with a reason. `floor`: the least score under O4, in points. Posts to the alert's own page, which shows
 * what was refused; `from` says where to go back to.
 */
export function DecisionForm({
  alert,
  action,
  from,
  floor,
  failure,
}: {
  alert: { id: string; status: AlertStatus; raisesOverride: boolean; isEnded: boolean };
  action: string;
  from: 'alert' | 'supplier';
  floor: number;
  failure?: FormFailure | undefined;
}) {
  const { state, formMethod, formAction } = useNavigation();
  const { id, status, raisesOverride, isEnded } = alert;
  const mayConfirm = status !== 'confirmed' && !isEnded;
  const isBusy = state !== 'idle' && formMethod === 'POST' && formAction?.startsWith(action) === true;
  const of = (name: string) => ({ ...fieldOf(failure, name), id: `field-${name}${from === 'supplier' ? `-${id}` : ''}` });
  return (
    <Form method="post" action={action} className="mt-3 grid max-w-2xl gap-4">
      <input type="hidden" name="from" value={from} />
      <p className="text-muted">
        {mayConfirm && raisesOverride ? m.alerts_effect_override({ floor: formatNumber(floor) }) : m.alerts_effect_none()}{' '}
        {m.alerts_effect_dismiss()}
      </p>
      <FreeText label={m.alerts_reason()} hint={m.alerts_reason_hint()} rows={3} maxLength={2000} required {...of('reason')} />
      {mayConfirm && raisesOverride && (
        <Select
          label={m.alerts_evidence()}
          options={evidenceGrades.map((grade: EvidenceGrade) => ({ value: grade, label: evidenceLabel(grade) }))}
          {...of('evidence')}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {mayConfirm && (
          <Button name="decision" value="confirm" variant="primary" busy={isBusy}>
            {m.alerts_confirm()}
          </Button>
        )}
        {status !== 'dismissed' && (
          <Button name="decision" value="dismiss" busy={isBusy}>
            {m.alerts_dismiss()}
          </Button>
        )}
        {status !== 'open' && (
          <Button name="decision" value="reopen" busy={isBusy}>
            {m.alerts_reopen()}
          </Button>
        )}
      </div>
    </Form>
  );
}
