import { findingGrades, verificationMethods } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { agreements, extents } from '~/audits/planning/states';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Checkbox, Field } from '~/ui/field';
import { formatNumber } from '~/ui/format';
import { RadioGroup, Select } from '~/ui/select';
import { capital, isFindingGrade } from './grades';
import { CommentsOn } from './comments-view';
import { PhotoBox } from './photo-box';
import { useRecorder } from './recorder-context';
import { numberOf, type Read, RecordList, textOf } from './record-list';
import { agreementLabel, methodLabel } from '~/audits/entries/verification-labels';
import type { Pack } from './pack';
import { usePlace } from './use-place';

type Finding = EntryValue<'finding'>;

const extentLabel = (extent: Finding['extent']): string => (extent === 'isolated' ? m.recorder_isolated() : m.recorder_systemic());
const affectedText = (affected: number | null): string =>
  affected === null ? m.recorder_affected_unknown() : m.recorder_affected({ count: affected });

/** Findings: each with its grade, what it rests on, how many people it touches and how far it reaches. */
export function FindingsView() {
  const { recording, sending } = useRecorder();
  const [, action, named] = usePlace();
  const { pack } = recording;
  const question = action === 'new' ? named : undefined;
  const keepPhotos = (key: string) => {
    for (const photo of recording.all('photo').filter(({ value }) => value.about === key))
      void recording.record('photo', photo.key, (now) => ({ ...(now ?? photo.value), about: null }));
    sending.later();
  };
  return (
    <RecordList
      key={`${action} ${named}`}
      kind="finding"
      title={m.audits_kind_finding()}
      lead={m.recorder_findings_lead()}
      none={m.recorder_findings_none()}
      add={m.recorder_finding_add()}
      isAdding={action === 'new' || action === 'with'}
      newKey={action === 'with' ? named : undefined}
      beside={(key) => (
        <section className="grid gap-2">
          <h4>{m.audits_kind_photo()}</h4>
          <p className="text-muted">{m.recorder_finding_photos()}</p>
          <PhotoBox about={key} />
        </section>
      )}
      onLeaveNew={keepPhotos}
      line={({ key, value }) => (
        <>
          <p className="font-semibold">
            {capital(gradeLabel(value.grade))} · {extentLabel(value.extent)} · {affectedText(value.affected)}
            {value.question && <span className="font-normal text-muted"> · {value.question}</span>}
          </p>
          <p className="whitespace-pre-line">
            <bdi>{value.what}</bdi>
          </p>
          <p className="text-muted">{m.shell_named({ name: m.recorder_evidence(), text: value.evidence })}</p>
          <CommentsOn about={key} />
          <PhotoBox about={key} />
        </>
      )}
      fields={(value, errors) => <FindingFields value={value} errors={errors} question={value?.question ?? question ?? ''} pack={pack} />}
      read={(form) => readFinding(form, pack)}
    />
  );
}

function FindingFields({
  value,
  errors,
  question,
  pack,
}: {
  value: Finding | null;
  errors: Readonly<Record<string, string>>;
  question: string;
  pack: Pack;
}) {
  const asked = pack.sections.flatMap(({ questions }) => questions);
  const known = asked.find(({ key }) => key === question);
  return (
    <>
      <Select
        {...{ name: 'question', error: errors.question, defaultValue: question }}
        optional
        label={m.recorder_finding_question()}
        empty={m.recorder_finding_no_question()}
        options={asked.map(({ key, text }) => ({ value: key, label: `${key} ${text}` }))}
      />
      <RadioGroup
        {...{ name: 'grade', error: errors.grade, defaultValue: value?.grade, layout: 'row' as const }}
        label={m.recorder_grade()}
        options={[...findingGrades].map((grade) => ({ value: grade, label: capital(gradeLabel(grade)) }))}
      />
      {known?.isZeroTolerance && <p className="font-semibold text-danger">{m.recorder_zero_tolerance()}</p>}
      <FreeText
        {...{ name: 'what', error: errors.what, defaultValue: value?.what, maxLength: 4000 }}
        label={m.recorder_what()}
        hint={m.recorder_what_hint()}
      />
      <FreeText
        {...{ name: 'evidence', error: errors.evidence, defaultValue: value?.evidence, maxLength: 2000, rows: 2 }}
        label={m.recorder_evidence()}
        hint={m.recorder_evidence_hint()}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{m.recorder_affected_title()}</legend>
        <Field
          {...{
            name: 'affected',
            error: errors.affected,
            inputMode: 'numeric',
            defaultValue: value?.affected ?? undefined,
            className: 'max-w-40',
          }}
          label={m.recorder_affected_number()}
        />
        <Checkbox name="affectedUnknown" label={m.recorder_affected_unknown()} defaultChecked={value !== null && value.affected === null} />
      </fieldset>
      <RadioGroup
        {...{ name: 'extent', error: errors.extent, defaultValue: value?.extent, layout: 'row' as const }}
        label={m.recorder_extent()}
        options={extents.map((extent) => ({ value: extent, label: extentLabel(extent) }))}
      />
      <fieldset>
        <legend className="mb-1 font-semibold">{m.recorder_methods()}</legend>
        <div className="grid gap-2">
          {verificationMethods.map((method) => (
            <Checkbox
              key={method}
              name="methods"
              value={method}
              label={methodLabel(method)}
              defaultChecked={value?.methods.includes(method)}
            />
          ))}
        </div>
      </fieldset>
      <Select
        {...{ name: 'agreement', defaultValue: value?.agreement ?? undefined }}
        optional
        label={m.recorder_agreement()}
        empty={m.recorder_not_said()}
        options={agreements.map((agreement) => ({ value: agreement, label: agreementLabel(agreement) }))}
      />
      <details open={Boolean(value?.rootCause || value?.legalReference || value?.howOften) || undefined}>
        <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.recorder_finding_more()}</summary>
        <div className="grid gap-4">
          <Field {...{ name: 'howOften', defaultValue: value?.howOften, maxLength: 500 }} optional label={m.recorder_how_often()} />
          <FreeText
            {...{ name: 'rootCause', defaultValue: value?.rootCause, maxLength: 2000, rows: 2 }}
            optional
            label={m.recorder_root_cause()}
          />
          <Field
            {...{ name: 'legalReference', defaultValue: value?.legalReference, maxLength: 500 }}
            optional
            label={m.recorder_legal_reference()}
          />
          <Field
            {...{ name: 'legalUrl', type: 'url', error: errors.legalUrl, defaultValue: value?.legalUrl, maxLength: 500 }}
            optional
            label={m.recorder_legal_url()}
          />
          <Field
            {...{ name: 'codeReference', defaultValue: value?.codeReference, maxLength: 500 }}
            optional
            label={m.recorder_code_reference()}
          />
          <Checkbox name="isLegalContext" label={m.recorder_legal_context()} defaultChecked={value?.isLegalContext} />
          <Select
            {...{ name: 'repeats', defaultValue: value?.repeats ?? '' }}
            optional
            label={m.recorder_repeats()}
            empty={m.recorder_repeats_none()}
            options={pack.findings.map(({ id, text }) => ({ value: id, label: text.slice(0, 100) }))}
          />
        </div>
      </details>
    </>
  );
}

function readFinding(form: FormData, pack: Pack): Read<'finding'> {
  const grade = textOf(form, 'grade');
  const extent = extents.find((each) => each === textOf(form, 'extent'));
  const what = textOf(form, 'what');
  const evidence = textOf(form, 'evidence');
  const number = numberOf(form, 'affected');
  const isUnknown = form.get('affectedUnknown') === 'on';
  const legalUrl = textOf(form, 'legalUrl');
  const question = textOf(form, 'question') || null;
  const errors: Record<string, string> = {};
  if (!isFindingGrade(grade)) errors.grade = m.recorder_grade_missing();
  if (what === '') errors.what = m.recorder_what_missing();
  if (evidence === '') errors.evidence = m.recorder_evidence_missing();
  if (number === null ? !isUnknown : isUnknown || !Number.isInteger(number) || number < 0 || number > 1_000_000)
    errors.affected = m.recorder_affected_missing({ most: formatNumber(1_000_000) });
  if (!extent) errors.extent = m.recorder_extent_missing();
  if (legalUrl !== '' && !/^https?:\/\//.test(legalUrl)) errors.legalUrl = m.recorder_legal_url_bad();
  if (!isFindingGrade(grade) || !extent || Object.keys(errors).length > 0) return { errors };
  const given = form.getAll('methods');
  return {
    value: {
      ...{ question, point: pack.sections.flatMap(({ questions }) => questions).find(({ key }) => key === question)?.point ?? null },
      ...{ grade, what, extent, evidence, affected: isUnknown ? null : number, howOften: textOf(form, 'howOften') },
      ...{ rootCause: textOf(form, 'rootCause'), legalReference: textOf(form, 'legalReference'), legalUrl },
      ...{
        codeReference: textOf(form, 'codeReference'),
        photos: [],
        methods: verificationMethods.filter((method) => given.includes(method)),
      },
      agreement: agreements.find((each) => each === textOf(form, 'agreement')) ?? null,
      ...{ isLegalContext: form.get('isLegalContext') === 'on', repeats: textOf(form, 'repeats') || null, isWithdrawn: false },
    },
  };
}
