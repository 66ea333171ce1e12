import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { PostForm } from '~/ui/post-form';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { CovenantFields } from './add-covenant.server';
import { covenantKinds, frequencies, noticesOf, testers } from './covenant-lists';
import { covenantKindLabel, frequencyLabel, noticeOfLabel, testerLabel } from './labels';

const options = <Word extends string>(words: readonly Word[], word: (value: string) => string) =>
  words.map((value) => ({ value, label: word(value) }));

/** The form of a covenant, new or not tested yet. */
export function CovenantForm({
  saved,
  failure,
  submit,
}: {
  saved: CovenantFields | null;
  failure: FormFailure | undefined;
  submit: string;
}) {
  return (
    <PostForm errors={failure?.errors} submit={submit}>
      <Select
        {...fieldOf(failure, 'kind', saved?.kind)}
        label={m.monitoring_kind()}
        empty="–"
        options={options(covenantKinds, covenantKindLabel)}
      />
      <FreeText
        {...fieldOf(failure, 'text', saved?.text)}
        label={m.monitoring_text()}
        hint={m.monitoring_text_hint()}
        rows={5}
        maxLength={4000}
      />
      <Field
        {...fieldOf(failure, 'reference', saved?.reference)}
        optional
        label={m.monitoring_reference()}
        hint={m.monitoring_reference_hint()}
        maxLength={200}
      />
      <RadioGroup
        {...fieldOf(failure, 'frequency', saved?.frequency)}
        label={m.monitoring_frequency()}
        options={options(frequencies, frequencyLabel)}
        layout="row"
      />
      <Field
        {...fieldOf(failure, 'firstTestOn', saved?.firstTestOn)}
        type="date"
        label={m.monitoring_first_test()}
        hint={m.monitoring_first_test_hint()}
        className="max-w-60"
      />
      <RadioGroup
        {...fieldOf(failure, 'tester', saved?.tester)}
        label={m.monitoring_tester()}
        options={options(testers, testerLabel)}
        layout="row"
      />
      <fieldset className="grid gap-4 rounded border border-line p-4">
        <legend className="px-1 font-semibold">{m.monitoring_notice_title()}</legend>
        <p className="text-muted">{m.monitoring_notice_lead()}</p>
        <div className="flex flex-wrap items-end gap-4">
          <Field
            {...fieldOf(failure, 'noticeWithin', saved?.noticeHours)}
            optional
            inputMode="numeric"
            label={m.monitoring_notice_within()}
            className="max-w-40"
          />
          <Select
            {...fieldOf(failure, 'noticeUnit', 'hours')}
            label={m.monitoring_notice_unit()}
            options={[
              { value: 'hours', label: m.monitoring_unit_hours() },
              { value: 'days', label: m.monitoring_unit_days() },
            ]}
          />
        </div>
        <RadioGroup
          {...fieldOf(failure, 'noticeOf', saved?.noticeOf)}
          label={m.monitoring_notice_of()}
          options={options(noticesOf, noticeOfLabel)}
        />
      </fieldset>
    </PostForm>
  );
}
