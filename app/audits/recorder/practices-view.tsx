import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Select } from '~/ui/select';
import { useRecorder } from './recorder-context';
import { RecordList, textOf } from './record-list';

/** Good practices: beyond the requirements. */
export function PracticesView() {
  const { sections } = useRecorder().recording.pack;
  return (
    <RecordList
      kind="practice"
      title={m.audits_kind_practice()}
      lead={m.recorder_practices_lead()}
      none={m.recorder_practices_none()}
      add={m.recorder_practice_add()}
      line={({ value }) => (
        <>
          {value.section && <p className="text-muted">{sections.find(({ key }) => key === value.section)?.title ?? value.section}</p>}
          <p className="whitespace-pre-line">
            <bdi>{value.what}</bdi>
          </p>
        </>
      )}
      fields={(value, errors) => (
        <>
          <Select
            {...{ name: 'section', defaultValue: value?.section ?? '' }}
            optional
            label={m.recorder_section()}
            empty={m.recorder_not_said()}
            options={sections.map(({ key, title }) => ({ value: key, label: title }))}
          />
          <FreeText
            {...{ name: 'what', error: errors.what, defaultValue: value?.what, maxLength: 2000 }}
            label={m.recorder_practice_what()}
          />
        </>
      )}
      read={(form) => {
        const what = textOf(form, 'what');
        if (what === '') return { errors: { what: m.recorder_what_missing() } };
        return { value: { section: textOf(form, 'section') || null, what, isWithdrawn: false } };
      }}
    />
  );
}
