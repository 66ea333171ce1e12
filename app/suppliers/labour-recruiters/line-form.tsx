import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { RecordKind } from '~/suppliers/facts/recruiter-record';

/** What every form of a line gets: the refused one of its kind, if any, and the line that is being corrected. */
export type LineFormState = { failure: FormFailure | null; editing: { entryId: string } | null; page: string };

/** The form that adds a line of a provider, or corrects the one that the address names; earlier versions are kept. */
export function LineForm({
  kind,
  state: { failure, editing, page },
  add,
  children,
}: {
  kind: RecordKind;
  state: LineFormState;
  add: string;
  children: ReactNode;
}) {
  return (
    <details className="mt-4" open={failure !== null || editing !== null} id={`${kind}-form`}>
      <summary className="text-accent underline">{editing ? m.supply_links_line_correct() : add}</summary>
      <Form method="post" noValidate className="mt-4 grid max-w-3xl gap-4" action={page}>
        <ErrorSummary errors={failure?.errors} />
        {editing && <input type="hidden" name="entryId" value={editing.entryId} />}
        <div className="grid gap-4 sm:grid-cols-2">{children}</div>
        <Field
          label={m.supply_links_line_source()}
          hint={m.supply_links_line_source_hint()}
          optional
          id={`${kind}-note`}
          {...fieldOf(failure, 'note')}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button name="intent" value={kind} variant="primary">
            {editing ? m.supply_links_line_save() : add}
          </Button>
          {editing && (
            <>
              <Dialog trigger={m.supply_links_line_withdraw()} title={m.recruiter_reviews_withdraw_title()}>
                <p className="mb-4">{m.recruiter_reviews_withdraw_text()}</p>
                <Button name="intent" value={`withdraw-${kind}`} variant="danger">
                  {m.supply_links_line_withdraw()}
                </Button>
              </Dialog>
              <Link to={page}>{m.shell_cancel()}</Link>
            </>
          )}
        </div>
      </Form>
    </details>
  );
}

/** The link that opens a line for correction. */
export function CorrectLink({ page, kind, entryId, what }: { page: string; kind: RecordKind; entryId: string; what: string }) {
  return (
    <Link to={`${page}?edit=${entryId}#${kind}-form`} aria-label={m.supply_links_line_correct_of({ what })}>
      {m.supply_links_line_correct()}
    </Link>
  );
}
