import { m } from '~/paraglide/messages';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Checkbox, Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { PostForm } from '~/ui/post-form';
import { Select } from '~/ui/select';
import { boxesOf, checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import { affectedGroups, gradings, type Judged, leastGrade, mostGrade, residuals, topics, vulnerableGroups } from './rights-lists';
import { affectedLabel, gradeText, gradingLabel, residualLabel, topicLabel, vulnerableLabel } from './rights-labels';

const gradingHints = {
  scale: m.human_rights_assessment_hint_scale,
  scope: m.human_rights_assessment_hint_scope,
  irremediability: m.human_rights_assessment_hint_lasting,
  likelihood: m.human_rights_assessment_hint_likelihood,
};
const grades = Array.from({ length: mostGrade - leastGrade + 1 }, (_, at) => leastGrade + at);

/** An issue to judge. What was typed wins over what is saved, so that a refused form loses nothing. */
export function IssueForm({
  failure,
  saved,
  seen,
  lines,
  submit,
}: {
  failure: FormFailure | undefined;
  saved?: Judged;
  /** The version that it was made from; an issue that exists may be closed too. */
  seen?: number;
  lines: readonly { number: number; action: string }[];
  submit: string;
}) {
  const words = (name: keyof Judged, label: string, options: { hint?: string; rows?: number; most?: number; optional?: boolean } = {}) => (
    <FreeText
      {...fieldOf(failure, name, saved && String(saved[name] ?? ''))}
      label={label}
      hint={options.hint}
      optional={options.optional ?? true}
      rows={options.rows ?? 2}
      maxLength={options.most ?? 2000}
    />
  );
  return (
    <PostForm errors={failure?.errors} hidden={{ seen }} submit={submit}>
      <Select
        {...fieldOf(failure, 'topic', saved?.topic)}
        label={m.human_rights_assessment_topic()}
        empty="–"
        options={topics.map((value) => ({ value, label: topicLabel(value) }))}
      />
      <Field
        {...fieldOf(failure, 'title', saved?.title)}
        label={m.human_rights_assessment_title_field()}
        hint={m.human_rights_assessment_hint_title()}
        maxLength={400}
      />
      <CheckboxGroup
        {...boxesOf(failure, 'affected', saved?.affected)}
        label={m.human_rights_assessment_affected()}
        hint={m.human_rights_assessment_hint_affected()}
        list={affectedGroups}
        wordOf={affectedLabel}
      />
      <CheckboxGroup
        {...boxesOf(failure, 'vulnerable', saved?.vulnerable)}
        label={m.human_rights_assessment_vulnerable()}
        list={vulnerableGroups}
        wordOf={vulnerableLabel}
      />
      {gradings.map((grading) => (
        <fieldset key={grading} className="grid gap-2 border-s-2 border-line ps-4">
          <legend className="font-semibold">{gradingLabel(grading)}</legend>
          <Select
            {...fieldOf(failure, grading, saved?.[grading])}
            label={m.human_rights_assessment_grade_of({ what: gradingLabel(grading) })}
            hint={gradingHints[grading]()}
            empty={m.human_rights_assessment_unknown()}
            options={grades.map((grade) => ({ value: String(grade), label: gradeText(grading, grade) }))}
          />
          {words(`${grading}Reason`, m.human_rights_assessment_reason_of({ what: gradingLabel(grading) }))}
        </fieldset>
      ))}
      {words('response', m.human_rights_assessment_response(), { hint: m.human_rights_assessment_hint_response(), rows: 3, most: 4000 })}
      {lines.length > 0 && (
        <Select
          {...fieldOf(failure, 'lineNumber', saved?.lineNumber)}
          optional
          label={m.human_rights_assessment_line()}
          empty="–"
          options={lines.map(({ number, action }) => ({
            value: String(number),
            label: m.human_rights_assessment_issue_named({ number, title: action.length > 80 ? `${action.slice(0, 80)}…` : action }),
          }))}
        />
      )}
      <Select
        {...fieldOf(failure, 'residual', saved?.residual)}
        label={m.human_rights_assessment_residual()}
        hint={m.human_rights_assessment_hint_residual()}
        empty={m.human_rights_assessment_unknown()}
        options={residuals.map((value) => ({ value, label: residualLabel(value) }))}
      />
      {words('residualReason', m.human_rights_assessment_residual_reason())}
      {words('source', m.human_rights_assessment_source(), { hint: m.human_rights_assessment_hint_source(), optional: false })}
      {seen !== undefined && (
        <>
          <Select
            {...fieldOf(failure, 'status', saved?.status)}
            label={m.human_rights_assessment_status()}
            options={[
              { value: 'open', label: m.human_rights_assessment_status_open() },
              { value: 'closed', label: m.human_rights_assessment_status_closed() },
            ]}
          />
          {words('statusReason', m.human_rights_assessment_status_reason())}
        </>
      )}
      <p className="text-muted">{m.human_rights_assessment_no_names()}</p>
      {failure && <Checkbox {...checkboxOf(failure, 'screened')} id="field-screened" label={m.human_rights_assessment_screened()} />}
    </PostForm>
  );
}
