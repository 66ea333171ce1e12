import { choicesOf, findingGrades, indicators, type QuestionType, verificationMethods } from '#scoring';
import { verificationLabel } from '~/questionnaires/responses/question-marks';
import { askedFields } from '~/suppliers/fields/definition/asked-fields';
import { textOf } from '~/suppliers/fields/definition/text';
import { gradeLabel } from '~/locales/method-labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { m } from '~/paraglide/messages';
import { Checkbox, Field, TextArea } from '~/ui/field';
import { type Option, Select } from '~/ui/select';
import { AutosaveForm } from './autosave-form';
import { type DraftContent, type DraftQuestion, type DraftSection, questionsIn, withOptions } from './draft';
import { WhereFields } from './where-fields';
import { typeLabel } from './labels';

const types: readonly QuestionType[] = [
  'YNP',
  'PICK',
  'TICKS',
  'G4',
  'PCT',
  'RF',
  'CHOICE',
  'TEXT',
  'NUMBER',
  'DATE',
  'NC',
  'SIGN',
  'REVIEW',
  'FACT',
];

type Panel = {
  content: DraftContent;
  section: DraftSection;
  question: DraftQuestion;
  choiceLabel: (parent: DraftQuestion, value: string | number) => string;
  sectors: readonly Option[];
};

/** Everything about one question. Fields that its type has no place for are not shown. */
export function QuestionPanel({ content, section, question, choiceLabel, sectors }: Panel) {
  const { type } = question;
  const isFound = type === 'NC' || type === 'SIGN' || type === 'REVIEW';
  const mayNotApply = !['TEXT', 'NUMBER', 'DATE', 'CHOICE', 'FACT'].includes(type);
  return (
    <AutosaveForm intent="save-question" hidden={{ question: question.key }}>
      <TextArea name="text" label={m.builder_field_text()} defaultValue={question.text.en} rows={2} maxLength={4000} />
      <TextArea
        name="hint"
        label={m.builder_field_hint()}
        optional
        hint={m.builder_field_hint_hint()}
        defaultValue={question.hint?.en ?? ''}
        rows={2}
        maxLength={4000}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="type"
          label={m.builder_field_type()}
          defaultValue={type}
          options={types.map((value) => ({ value, label: typeLabel(value) }))}
        />
        <Select
          name="section"
          label={m.builder_field_section()}
          defaultValue={section.key}
          options={content.sections.map(({ key, title }) => ({ value: key, label: title.en || key }))}
        />
      </div>
      {(type === 'CHOICE' || type === 'TICKS' || (type === 'PICK' && question.set === undefined)) && (
        <TextArea
          name="options"
          label={m.builder_field_options()}
          hint={m.builder_field_options_hint()}
          defaultValue={(question.options ?? []).map(({ value, text }) => `${value} | ${text.en}`).join('\n')}
          rows={5}
        />
      )}
      {type === 'FACT' && (
        <Ticks
          name="facts"
          legend={m.builder_field_facts()}
          options={askedFields.map(({ key, label }) => [key, textOf(label)])}
          chosen={(question.facts ?? []).map(({ key }) => key)}
        />
      )}
      <TextArea
        name="whyWeAsk"
        label={m.builder_field_help()}
        optional
        hint={m.builder_field_help_hint()}
        defaultValue={question.whyWeAsk?.en ?? ''}
        rows={2}
        maxLength={4000}
      />
      <TextArea
        name="typicalEvidence"
        label={m.builder_field_evidence()}
        defaultValue={question.typicalEvidence.en}
        rows={2}
        maxLength={4000}
      />
      <Field name="clause" label={m.builder_field_clause()} optional defaultValue={question.clause ?? ''} maxLength={300} />
      {mayNotApply && (
        <Checkbox name="mayBeNotApplicable" label={m.builder_field_not_applicable()} defaultChecked={question.mayBeNotApplicable} />
      )}
      <Condition content={content} question={question} choiceLabel={choiceLabel} />
      <WhereFields appliesTo={question.appliesTo} sectors={sectors} />
      {section.points && (
        <Select
          name="point"
          label={m.builder_field_point()}
          empty={m.builder_none()}
          defaultValue={question.point ?? ''}
          options={section.points.map(({ key, title }) => ({ value: key, label: title.en }))}
        />
      )}
      {(type === 'RF' || type === 'NC') && <Finding question={question} />}
      {isFound && (
        <Ticks
          name="verify"
          legend={m.builder_field_verify()}
          options={verificationMethods.map((method) => [method, verificationLabel(method)])}
          chosen={question.verify ?? []}
        />
      )}
      <details>
        <summary className="cursor-pointer py-2">{m.builder_field_indicators()}</summary>
        <Ticks
          name="indicators"
          legend={m.builder_field_indicators()}
          options={indicators.map((indicator) => [indicator, indicatorLabel(indicator)])}
          chosen={question.indicators}
        />
      </details>
    </AutosaveForm>
  );
}

function Ticks({
  name,
  legend,
  options,
  chosen,
}: {
  name: string;
  legend: string;
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {options.map(([value, label]) => (
        <Checkbox key={value} id={`${name}-${value}`} name={name} value={value} label={label} defaultChecked={chosen.includes(value)} />
      ))}
    </fieldset>
  );
}

/** When the question is asked: after an earlier one, unless that was answered so. */
function Condition({ content, question, choiceLabel }: Pick<Panel, 'content' | 'question' | 'choiceLabel'>) {
  const all = questionsIn(content).map((each) => withOptions(content, each));
  const before = all.slice(
    0,
    all.findIndex(({ key }) => key === question.key),
  );
  const possible = before.filter((each) => choicesOf(each).length > 0);
  const parent = all.find(({ key }) => key === question.dependsOn?.question);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{m.builder_field_condition()}</legend>
      <Select
        name="parent"
        label={m.builder_field_parent()}
        empty={m.builder_always_asked()}
        defaultValue={question.dependsOn?.question ?? ''}
        options={[...possible, ...(parent && !possible.includes(parent) ? [parent] : [])].map(({ key, text }) => ({
          value: key,
          label: `${key} ${text.en.slice(0, 90)}`,
        }))}
      />
      {parent && (
        <Ticks
          name="unless"
          legend={m.builder_field_unless({ question: parent.key })}
          options={choicesOf(parent).map((value) => [String(value), choiceLabel(parent, value)])}
          chosen={excludingAnswers(question, parent)}
        />
      )}
    </fieldset>
  );
}

function Finding({ question }: { question: DraftQuestion }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{m.builder_field_finding()}</legend>
      <p className="text-muted">{m.builder_field_finding_hint()}</p>
      {question.type === 'NC' && (
        <>
          <Select
            name="nonCompliantWhen"
            label={m.builder_field_side()}
            empty={m.builder_none()}
            defaultValue={question.nonCompliantWhen ?? undefined}
            options={[
              { value: 'yes', label: m.templates_not_compliant_when_yes() },
              { value: 'no', label: m.templates_not_compliant_when_no() },
            ]}
          />
          <Checkbox name="zeroTolerance" label={m.builder_field_zero_tolerance()} defaultChecked={question.zeroTolerance === true} />
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="grade"
          label={m.builder_field_grade()}
          empty={m.builder_none()}
          defaultValue={question.raises?.grade}
          options={findingGrades.map((grade) => ({ value: grade, label: gradeLabel(grade) }))}
        />
        <Select
          name="indicator"
          label={m.builder_field_indicator()}
          empty={m.builder_none()}
          defaultValue={question.raises?.indicator ?? undefined}
          options={indicators.map((indicator) => ({ value: indicator, label: indicatorLabel(indicator) }))}
        />
      </div>
    </fieldset>
  );
}

/** The answers to the question above that leave this one out; of a list to tick those options that do not call for it. */
function excludingAnswers({ dependsOn }: DraftQuestion, parent: DraftQuestion): string[] {
  const { unless = [], ticked } = dependsOn ?? {};
  return ticked ? (parent.options ?? []).flatMap(({ value }) => (ticked.includes(value) ? [] : [value])) : unless.map(String);
}
