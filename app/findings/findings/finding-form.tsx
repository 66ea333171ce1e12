import { useNavigation } from '@remix-run/react';
import type { EvidenceGrade, FindingGrade, Indicator } from '#scoring';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { FreeText, NamedFile } from '~/platform/privacy/personal-data-hint';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { checkboxOf, fieldOf } from '~/web/forms';
import type { HeldFinding } from './fields';
import { agreements, extents, frequencies, type PeopleAffected } from './finding-lists';
import { FindingSources } from './finding-sources';
import type { FindingFailure } from './take-finding-form.server';
import { agreementWord, evidenceWord, extentWord, frequencyWord, gradeWord } from './words';
import { indicatorWord } from '~/platform/terms/indicator-word';

export type FormChoices = {
  grades: readonly FindingGrade[];
  evidenceGrades: readonly EvidenceGrade[];
  indicators: readonly Indicator[];
  points: readonly { key: string; title: string; cluster: string }[];
  earlier: readonly { id: string; title: string; openedAt: string | Date }[];
  answerFiles: readonly { id: string; question: string; fileName: string; validUntil: string | null; isExpired: boolean }[];
  accept: string;
};

/** What the record holds, when it is corrected. */
type SavedFinding = HeldFinding & { people: PeopleAffected; files: readonly { id: string; fileName: string }[] };

/** The form of a finding: first what A34 asks for, then what helps to act on it. A refused form comes back with all that was typed, and keeps its files. */
export function FindingForm({
  choices,
  saved,
  failure,
  cancel,
}: {
  choices: FormChoices;
  saved?: SavedFinding | undefined;
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
      <FreeText label={m.finding_text()} hint={m.finding_text_hint()} rows={4} maxLength={4000} {...of('text', saved?.text)} />
      <div className="grid gap-6 sm:grid-cols-2">
        <Select
          label={m.method_column_grade()}
          hint={m.finding_grade_hint()}
          empty={m.finding_choose()}
          options={words(choices.grades, gradeWord)}
          {...of('grade', saved?.grade)}
        />
        <Select
          label={m.finding_frequency()}
          hint={m.finding_frequency_hint()}
          optional
          empty={m.finding_choose()}
          options={words(frequencies, frequencyWord)}
          {...of('frequency', saved?.frequency)}
        />
      </div>
      <div id="field-extent">
        <RadioGroup
          label={m.finding_extent()}
          hint={m.finding_extent_hint()}
          layout="row"
          options={words(extents, extentWord)}
          {...of('extent', saved?.extent)}
        />
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">{m.finding_people()}</legend>
        <p className="text-muted">{m.finding_people_hint()}</p>
        <Field
          label={m.finding_people_number()}
          inputMode="numeric"
          className="max-w-60"
          {...of('people', typeof saved?.people === 'number' ? saved.people : null)}
        />
        <Checkbox
          label={m.finding_people_unknown()}
          value="unknown"
          id="field-peopleKnown"
          {...checkboxOf(failure, 'peopleKnown', saved?.people === 'unknown')}
        />
      </fieldset>
      <Section title={m.finding_evidence()} lead={m.finding_evidence_lead()}>
        <div className="grid gap-5">
          {failure && failure.kept.length > 0 && (
            <Notice tone="info" title={m.finding_kept_files()}>
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
            label={m.finding_files()}
            hint={m.finding_files_hint()}
            multiple
            accept={choices.accept}
            name="files"
            error={failure?.errors.files?.join(' ')}
          />
          <FreeText
            label={m.finding_evidence_seen()}
            hint={m.finding_evidence_seen_hint()}
            rows={2}
            maxLength={2000}
            {...of('evidenceSeen', saved?.evidenceSeen)}
          />
          <FindingSources failure={failure} saved={saved} answerFiles={choices.answerFiles} />
          <Select
            label={m.finding_agreement()}
            optional
            empty={m.finding_choose()}
            options={words(agreements, agreementWord)}
            className="max-w-md"
            {...of('agreement', saved?.agreement)}
          />
          <Select
            label={m.finding_checked()}
            hint={m.finding_checked_hint()}
            options={words(choices.evidenceGrades, evidenceWord)}
            className="max-w-md"
            {...of('evidenceGrade', saved?.evidenceGrade ?? 'document-checked')}
          />
        </div>
      </Section>
      <Section title={m.finding_filed()} lead={m.finding_filed_lead()}>
        <div className="grid gap-5">
          <Field
            label={m.finding_question()}
            hint={m.finding_question_hint()}
            optional
            className="max-w-60"
            {...of('question', saved?.question)}
          />
          <Select
            label={m.finding_point()}
            optional
            empty={m.finding_choose()}
            options={choices.points.map(({ key, title, cluster }) => ({ value: key, label: `${cluster} · ${title}` }))}
            {...of('compliancePoint', saved?.compliancePoint)}
          />
          <Select
            label={m.finding_indicator()}
            hint={m.finding_indicator_hint()}
            optional
            empty={m.finding_choose()}
            options={words(choices.indicators, indicatorWord)}
            {...of('indicator', saved?.indicator)}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={m.finding_law()} hint={m.finding_law_hint()} optional {...of('lawReference', saved?.lawReference)} />
            <Field type="url" label={m.finding_law_url()} hint={m.finding_url_hint()} optional {...of('lawUrl', saved?.lawUrl)} />
            <Field label={m.finding_code()} hint={m.finding_code_hint()} optional {...of('codeReference', saved?.codeReference)} />
            <Field type="url" label={m.finding_code_url()} hint={m.finding_url_hint()} optional {...of('codeUrl', saved?.codeUrl)} />
          </div>
          <Checkbox
            label={m.finding_legal_context()}
            hint={m.finding_legal_context_hint()}
            {...checkboxOf(failure, 'isLegalContext', saved?.isLegalContext)}
          />
        </div>
      </Section>
      <Section title={m.finding_why()}>
        <div className="grid gap-5">
          <FreeText label={m.finding_root_cause()} optional rows={3} maxLength={4000} {...of('rootCause', saved?.rootCause)} />
          {choices.earlier.length > 0 && (
            <Select
              label={m.finding_repeat_of()}
              hint={m.finding_repeat_hint()}
              optional
              empty={m.finding_repeat_none()}
              options={choices.earlier.map(({ id, title, openedAt }) => ({
                value: id,
                label: `${formatDate(openedAt)} · ${title.length > 90 ? `${title.slice(0, 89)}…` : title}`,
              }))}
              {...of('repeatOfId', saved?.repeatOfId)}
            />
          )}
          <Field type="date" label={m.finding_due()} optional className="max-w-60" {...of('dueOn', due)} />
          <FreeText
            label={m.finding_restricted_note()}
            hint={m.finding_restricted_note_hint()}
            optional
            rows={3}
            maxLength={4000}
            {...of('restrictedNote', saved?.restrictedNote)}
          />
        </div>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" busy={state === 'submitting'}>
          {saved ? m.finding_save() : m.finding_record()}
        </Button>
        <LinkButton to={cancel} variant="quiet">
          {m.finding_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
