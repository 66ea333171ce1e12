import { useNavigation } from '@remix-run/react';
import type { EvidenceGrade, FindingGrade, Indicator } from '#scoring';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { FreeText, NamedFile } from '~/platform/privacy/personal-data-hint';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import type { HeldFinding } from './fields';
import { agreements, extents, frequencies, type PeopleAffected } from './finding-lists';
import type { ProposedFinding } from './finding-of-answer.server';
import { FindingSources } from './finding-sources';
import type { FindingFailure } from './take-finding-form.server';
import { agreementLabel, evidenceLabel, extentLabel, frequencyLabel, gradeLabel } from './labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';

export type FormChoices = {
  grades: readonly FindingGrade[];
  evidenceGrades: readonly EvidenceGrade[];
  indicators: readonly Indicator[];
  points: readonly { key: string; title: string; cluster: string }[];
  earlier: readonly { id: string; title: string; openedAt: string | Date }[];
  answerFiles: readonly { id: string; question: string; fileName: string; validUntil: string | null; isExpired: boolean }[];
  accept: string;
};

/** The recorded values, for a correction. */
type SavedFinding = HeldFinding & { people: PeopleAffected; files: readonly { id: string; fileName: string }[] };

/** The form of a finding: first the A34 requirements, then what helps to act on it. A refused form keeps its values and files. */
export function FindingForm({
  choices,
  saved,
  proposed,
  failure,
  cancel,
}: {
  choices: FormChoices;
  saved?: SavedFinding | undefined;
  /** What an answer proposes, to be completed by what was seen. */
  proposed?: ProposedFinding | null | undefined;
  failure?: FindingFailure | undefined;
  cancel: string;
}) {
  const { state } = useNavigation();
  const of = (name: string, value?: string | number | null) => fieldOf(failure, name, value);
  const words = <Value extends string>(values: readonly Value[], say: (value: Value) => string) =>
    values.map((value) => ({ value, label: say(value) }));
  const due = saved?.dueOn ? new Date(saved.dueOn).toISOString().slice(0, 10) : null;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-3xl gap-6">
      <ErrorSummary errors={failure?.errors} />
      <FreeText
        label={m.findings_text()}
        hint={m.findings_text_hint()}
        rows={4}
        maxLength={4000}
        {...of('text', saved?.text ?? proposed?.text)}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Select
          label={m.method_column_grade()}
          hint={m.findings_grade_hint()}
          empty={m.findings_choose()}
          options={words(choices.grades, gradeLabel)}
          {...of('grade', saved?.grade)}
        />
        <Select
          label={m.findings_frequency()}
          hint={m.findings_frequency_hint()}
          optional
          empty={m.findings_choose()}
          options={words(frequencies, frequencyLabel)}
          {...of('frequency', saved?.frequency)}
        />
      </div>
      <div id="field-extent">
        <RadioGroup
          label={m.findings_extent()}
          hint={m.findings_extent_hint()}
          layout="row"
          options={words(extents, extentLabel)}
          {...of('extent', saved?.extent)}
        />
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">{m.findings_people()}</legend>
        <p className="text-muted">{m.findings_people_hint()}</p>
        <Field
          label={m.findings_people_number()}
          inputMode="numeric"
          className="max-w-60"
          {...of('people', typeof saved?.people === 'number' ? saved.people : null)}
        />
        <Checkbox
          label={m.findings_people_unknown()}
          value="unknown"
          id="field-peopleKnown"
          {...checkboxOf(failure, 'peopleKnown', saved?.people === 'unknown')}
        />
      </fieldset>
      <Section title={m.findings_evidence()} lead={m.findings_evidence_lead()}>
        <div className="grid gap-5">
          {failure && failure.kept.length > 0 && (
            <Notice tone="info" title={m.findings_kept_files()}>
              <ul>
                {failure.kept.map(({ id, fileName }) => (
                  <li key={id}>
                    <input type="hidden" name="fileIds" value={id} />
                    <bdi>{fileName}</bdi>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <NamedFile
            label={m.findings_files()}
            hint={m.findings_files_hint()}
            multiple
            accept={choices.accept}
            name="files"
            error={failure?.errors.files?.join(' ')}
          />
          <FreeText
            label={m.findings_evidence_seen()}
            hint={m.findings_evidence_seen_hint()}
            rows={2}
            maxLength={2000}
            {...of('evidenceSeen', saved?.evidenceSeen)}
          />
          <FindingSources failure={failure} saved={saved} answerFiles={choices.answerFiles} />
          <Select
            label={m.findings_agreement()}
            optional
            empty={m.findings_choose()}
            options={words(agreements, agreementLabel)}
            className="max-w-md"
            {...of('agreement', saved?.agreement)}
          />
          <Select
            label={m.findings_checked()}
            hint={m.findings_checked_hint()}
            options={words(choices.evidenceGrades, evidenceLabel)}
            className="max-w-md"
            {...of('evidenceGrade', saved?.evidenceGrade ?? 'document-checked')}
          />
        </div>
      </Section>
      <Section title={m.findings_filed()} lead={m.findings_filed_lead()}>
        <div className="grid gap-5">
          <Field
            label={m.findings_question()}
            hint={m.findings_question_hint()}
            optional
            className="max-w-60"
            {...of('question', saved?.question ?? proposed?.question)}
          />
          <SelectOrCombobox
            label={m.findings_point()}
            optional
            empty={m.findings_choose()}
            options={choices.points.map(({ key, title, cluster }) => ({ value: key, label: `${cluster} · ${title}` }))}
            {...of('compliancePoint', saved?.compliancePoint)}
          />
          <Select
            label={m.findings_indicator()}
            hint={m.findings_indicator_hint()}
            optional
            empty={m.findings_choose()}
            options={words(choices.indicators, indicatorLabel)}
            {...of('indicator', saved?.indicator ?? proposed?.indicator)}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={m.findings_law()} hint={m.findings_law_hint()} optional {...of('lawReference', saved?.lawReference)} />
            <Field type="url" label={m.findings_law_url()} hint={m.findings_url_hint()} optional {...of('lawUrl', saved?.lawUrl)} />
            <Field label={m.findings_code()} hint={m.findings_code_hint()} optional {...of('codeReference', saved?.codeReference)} />
            <Field type="url" label={m.findings_code_url()} hint={m.findings_url_hint()} optional {...of('codeUrl', saved?.codeUrl)} />
          </div>
          <Checkbox
            label={m.findings_legal_context()}
            hint={m.findings_legal_context_hint()}
            {...checkboxOf(failure, 'isLegalContext', saved?.isLegalContext)}
          />
        </div>
      </Section>
      <Section title={m.findings_why()}>
        <div className="grid gap-5">
          <FreeText label={m.findings_root_cause()} optional rows={3} maxLength={4000} {...of('rootCause', saved?.rootCause)} />
          {choices.earlier.length > 0 && (
            <Select
              label={m.findings_repeat_of()}
              hint={m.findings_repeat_hint()}
              optional
              empty={m.findings_repeat_none()}
              options={choices.earlier.map(({ id, title, openedAt }) => ({
                value: id,
                label: `${formatDate(openedAt)} · ${title.length > 90 ? `${title.slice(0, 89)}…` : title}`,
              }))}
              {...of('repeatOfId', saved?.repeatOfId)}
            />
          )}
          <Field type="date" label={m.findings_due()} optional className="max-w-60" {...of('dueOn', due)} />
          <FreeText
            label={m.findings_restricted_note()}
            hint={m.findings_restricted_note_hint()}
            optional
            rows={3}
            maxLength={4000}
            {...of('restrictedNote', saved?.restrictedNote)}
          />
        </div>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" busy={state === 'submitting'}>
          {saved ? m.findings_save() : m.findings_record()}
        </Button>
        <LinkButton to={cancel} variant="quiet">
          {m.findings_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
