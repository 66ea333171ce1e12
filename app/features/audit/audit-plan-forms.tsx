import { Form } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/web/forms';
import type { SampleRow } from './propose-sample';

/** The plan of interviews as lines to edit. */
export function SampleForm({ rows, failure }: { rows: readonly SampleRow[]; failure: FormFailure | undefined }) {
  const lines = rows.map(({ dimension, value, people }) => `${dimension}: ${value} = ${people}`).join('\n');
  return (
    <details className="mt-4 max-w-prose" open={failure !== undefined}>
      <summary className="cursor-pointer text-accent">{m.audit_edit()}</summary>
      <Form method="post" className="mt-3 grid gap-4">
        <input type="hidden" name="intent" value="sample" />
        <TextArea {...fieldOf(failure, 'sample', lines)} label={m.audit_sample_title()} hint={m.audit_sample_other()} rows={8} />
        <div>
          <Button type="submit">{m.audit_save()}</Button>
        </div>
      </Form>
    </details>
  );
}

/** Calls the audit off; it asks why. */
export function CancelForm({ failure }: { failure: FormFailure | undefined }) {
  return (
    <details className="mt-6 max-w-prose" open={failure !== undefined}>
      <summary className="cursor-pointer text-danger">{m.audit_cancel()}</summary>
      <Form method="post" className="mt-3 grid gap-4">
        <input type="hidden" name="intent" value="cancel" />
        <ErrorSummary errors={failure?.errors} />
        <p className="text-muted">{m.audit_cancel_lead()}</p>
        <TextArea {...fieldOf(failure, 'reason')} label={m.audit_cancel_reason()} rows={2} maxLength={1000} required />
        <div>
          <Button type="submit" variant="danger">
            {m.audit_cancel()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
