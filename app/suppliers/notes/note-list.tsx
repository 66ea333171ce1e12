import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { MomentText } from '~/ui/values';
import type { FormFailure } from '~/web/forms';
import type { ShownNote } from './list-notes.server';
import { NoteForm } from './note-form';

type Shown = Omit<ShownNote, 'createdAt' | 'editedAt'> & { createdAt: string | Date; editedAt: string | Date | null };

/** Notes, the newest first. `refused`: the form of a note that was not accepted. */
export function NoteList({
  notes,
  action,
  people,
  refused,
  isFromOverview = false,
}: {
  notes: readonly Shown[];
  action: string;
  people: readonly { userId: string; name: string }[];
  refused?: { form: string; failure: FormFailure } | null | undefined;
  isFromOverview?: boolean;
}) {
  return (
    <ul className="grid gap-4">
      {notes.map((note) => {
        const failure = refused?.form === `edit-note:${note.id}` ? refused.failure : undefined;
        return (
          <li key={note.id} id={`note-${note.id}-shown`} className="grid gap-1 border-s-2 border-line ps-3">
            <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
              <bdi className="font-semibold text-ink">{note.author ?? m.notes_no_author()}</bdi>
              <MomentText value={note.createdAt} />
              {note.editedAt && <span>{m.notes_mark_edited()}</span>}
            </p>
            <p className="max-w-prose break-words whitespace-pre-line">
              {note.parts.map(({ text, isMention }, at) =>
                isMention ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
                  <strong key={at} className="rounded bg-accent-soft px-0.5 font-semibold text-accent-strong">
                    <bdi>{text}</bdi>
                  </strong>
                ) : (
                  text
                ),
              )}
            </p>
            {(note.mayEdit || note.mayRemove) && (
              <div className="flex flex-wrap gap-1" data-print="none">
                {note.mayEdit && (
                  <Dialog trigger={m.notes_edit()} title={m.notes_edit()} variant="quiet" size="sm" isRefused={failure !== undefined}>
                    <NoteForm action={action} people={people} failure={failure} note={note} isFromOverview={isFromOverview} />
                  </Dialog>
                )}
                {note.mayRemove && (
                  <Dialog trigger={m.notes_remove()} title={m.notes_remove()} variant="quiet" size="sm">
                    <Form method="post" action={action} className="grid gap-4">
                      <input type="hidden" name="noteId" value={note.id} />
                      {isFromOverview && <input type="hidden" name="from" value="overview" />}
                      <p>{m.notes_remove_text()}</p>
                      <div>
                        <Button name="intent" value="remove-note" variant="danger">
                          {m.notes_remove()}
                        </Button>
                      </div>
                    </Form>
                  </Dialog>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
