import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { DayFields } from '../form-parts/day-fields';
import { announcementLabel } from './labels';
import { announcements } from './states';

type Terms = {
  startsOn: Date | string;
  endsOn: Date | string;
  announcement: string;
  personDays: number;
  paidBy: string;
  purpose: string;
  contact: string;
  licences: string;
  startedAt?: Date | string | null;
};

const dayOf = (at: Date | string): string => new Date(at).toISOString().slice(0, 10);

/** The dates and terms of an open audit to change. How it was announced can no longer change once recording has started. */
export function TermsForm({ audit, failure }: { audit: Terms; failure: FormFailure | undefined }) {
  return (
    <details className="mt-4 max-w-prose" open={failure !== undefined}>
      <summary className="cursor-pointer text-accent">{m.audits_edit_terms()}</summary>
      <Form method="post" noValidate className="mt-3 grid gap-5">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="intent" value="terms" />
        <div className="flex flex-wrap gap-4">
          <DayFields failure={failure} saved={[dayOf(audit.startsOn), dayOf(audit.endsOn)]} />
        </div>
        {audit.startedAt ? (
          <input type="hidden" name="announcement" value={audit.announcement} />
        ) : (
          <RadioGroup
            {...fieldOf(failure, 'announcement', audit.announcement)}
            label={m.audits_announcement()}
            options={announcements.map((value) => ({
              value,
              label: announcementLabel(value),
              ...(value === 'semi-announced' ? { hint: m.audits_semi_hint() } : {}),
            }))}
          />
        )}
        <Field
          {...fieldOf(failure, 'personDays', String(audit.personDays))}
          inputMode="decimal"
          label={m.audits_person_days()}
          className="w-44"
        />
        <Field
          {...fieldOf(failure, 'paidBy', audit.paidBy)}
          optional
          label={m.audits_paid_by()}
          hint={m.audits_paid_by_hint()}
          maxLength={300}
        />
        <FreeText {...fieldOf(failure, 'purpose', audit.purpose)} optional label={m.audits_purpose()} rows={2} maxLength={1000} />
        <Field
          {...fieldOf(failure, 'contact', audit.contact)}
          optional
          label={m.auditpapers_contact()}
          hint={m.auditpapers_contact_hint()}
          maxLength={300}
        />
        <Field
          {...fieldOf(failure, 'licences', audit.licences)}
          optional
          label={m.auditpapers_licences()}
          hint={m.auditpapers_licences_hint()}
          maxLength={500}
        />
        <div>
          <Button type="submit">{m.audits_save()}</Button>
        </div>
      </Form>
    </details>
  );
}
