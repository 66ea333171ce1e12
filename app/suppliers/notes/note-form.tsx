import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { checkboxOf, type FormFailure, fieldOf } from '~/web/forms';
import { NoteField } from './note-field';
import { longestNote } from './note-text';

/** The form of a new note, or of one that is corrected. `action`: the page of the supplier's notes. */
export function NoteForm({
  action,
  people,
  failure,
  note,
  isFromOverview = false,
}: {
  action: string;
  people: readonly { userId: string; name: string }[];
  failure?: FormFailure | undefined;
  note?: { id: string; text: string };
  isFromOverview?: boolean;
}) {
  const id = note ? `note-${note.id}` : 'field-text';
  return (
    <Form method="post" action={action} noValidate className="grid max-w-prose gap-3">
      <ErrorSummary errors={failure?.errors} />
      {note && <input type="hidden" name="noteId" value={note.id} />}
      {isFromOverview && <input type="hidden" name="from" value="overview" />}
      <NoteField
        {...fieldOf(failure, 'text', note?.text)}
        id={id}
        people={people}
        label={m.notes_text()}
        hint={m.notes_hint()}
        rows={4}
        maxLength={longestNote}
      />
      {failure?.errors.screened && <Checkbox label={m.notes_screened()} {...checkboxOf(failure, 'screened')} />}
      <div>
        <Button name="intent" value={note ? 'edit-note' : 'add-note'} variant="primary">
          {note ? m.notes_save() : m.notes_add()}
        </Button>
      </div>
    </Form>
  );
}
