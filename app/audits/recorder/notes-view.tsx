import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { unmarkedIn } from '~/platform/privacy/wire-hint';
import { Checkbox } from '~/ui/field';
import { RecordList, textOf } from './record-list';

/** Notes that belong to no question. A restricted one stays with the team. */
export function NotesView() {
  return (
    <RecordList
      kind="note"
      title={m.audits_kind_note()}
      lead={m.recorder_notes_lead()}
      none={m.recorder_notes_none()}
      add={m.recorder_note_add()}
      line={({ value }) => (
        <>
          {value.isRestricted && <p className="font-semibold">{m.recorder_is_restricted()}</p>}
          <p className="whitespace-pre-line">
            <bdi>{value.text}</bdi>
          </p>
        </>
      )}
      fields={(value, errors) => (
        <>
          <FreeText
            {...{ name: 'text', error: errors.text, defaultValue: value?.text, maxLength: 10_000 }}
            label={m.recorder_note_text()}
            hint={m.recorder_note_hint()}
          />
          <Checkbox name="isRestricted" label={m.recorder_is_restricted()} defaultChecked={value?.isRestricted ?? true} />
        </>
      )}
      read={(form) => {
        const text = textOf(form, 'text');
        if (text === '') return { errors: { text: m.recorder_what_missing() } };
        const isRestricted = form.get('isRestricted') === 'on';
        // Only a sensitive case may name a person in confidence.
        const written = document.querySelector('[data-record-form="note"] textarea[name="text"]');
        if (isRestricted && unmarkedIn(written).some(({ kind }) => kind === 'name')) return { errors: { text: m.recorder_note_names() } };
        return { value: { about: null, text, isRestricted, isWithdrawn: false } };
      }}
    />
  );
}
