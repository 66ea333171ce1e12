import { verificationMethods } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { agreements } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import { AnswerBox } from './answer-box';
import { Box } from './box';
import { CommentsOn } from './comments-view';
import { ConflictBox } from './conflict-box';
import { ContradictionMark } from './contradictions-view';
import { LawBox } from './law-box';
import { InterviewFormBoxes } from './interview-form-boxes';
import { MethodBoxes } from './method-boxes';
import type { PackQuestion } from './pack';
import { PhotoBox } from './photo-box';
import { ProposalBox } from './proposal-box';
import { emptyCheck } from './proposals';
import { useRecorder } from './recorder-context';
import { agreementLabel, methodLabel } from '~/audits/entries/verification-labels';
import { SavedText } from './saved-text';
import { useDraft } from './use-draft';
import { placeLink } from './use-place';

type Check = EntryValue<'check'>;

/** One question: its answer, how it was verified, notes, photos, and the way to a finding about it. Each change saves itself. */
export function CheckCard({ question }: { question: PackQuestion }) {
  const { recording, sending } = useRecorder();
  const { key } = question;
  const heads = recording.headsOf('check', key);
  const by = heads[0] ? recording.byOf(heads[0].id) : null;
  const { value, change } = useDraft<Check>(recording.valueOf('check', key) ?? emptyCheck, async (part) => {
    await recording.record('check', key, (now) => ({ ...(now ?? emptyCheck), ...part }));
    sending.later();
  });
  const isMissing = question.nonCompliantWhen !== null && value.answer === 'not-compliant';
  return (
    <section
      aria-labelledby={`${key}-text`}
      id={key}
      data-check={key}
      className="grid scroll-mt-24 gap-3 rounded border border-line bg-surface p-4"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h4 id={`${key}-text`} lang={question.lang} className="text-base font-semibold">
          {question.text}
        </h4>
        <span className="shrink-0 text-xs text-muted">{key}</span>
      </div>
      {question.hint && <p className="max-w-prose text-muted">{question.hint}</p>}
      {question.isZeroTolerance && <p className="font-semibold text-danger">{m.recorder_zero_tolerance()}</p>}
      <LawBox question={key} isOfLaw={question.nonCompliantWhen !== null} />
      <ConflictBox kind="check" recordKey={key} />
      <CommentsOn about={key} />
      <ContradictionMark question={key} />
      <ProposalBox question={question} />
      <AnswerBox question={question} value={value.answer} onAnswer={(answer) => change({ answer, from: undefined })} />
      {isMissing && (
        <p>
          <a href={placeLink('findings', 'new', key)} className="inline-flex min-h-11 items-center font-semibold">
            {m.recorder_finding_of()}
          </a>
        </p>
      )}
      <details open={value.methods.length > 0 || value.note !== '' || value.restricted !== '' || undefined}>
        <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.recorder_how_verified()}</summary>
        <div className="grid gap-4">
          {question.verify.length > 0 && (
            <p className="text-muted">
              {m.recorder_usually({
                methods: formatList(verificationMethods.filter((each) => question.verify.includes(each)).map(methodLabel)),
              })}
            </p>
          )}
          <MethodBoxes methods={value.methods} onChange={(methods) => change({ methods })} />
          {value.methods.includes('workers') && (
            <InterviewFormBoxes forms={value.interviews ?? []} onChange={(interviews) => change({ interviews })} />
          )}
          <fieldset>
            <legend className="mb-1 font-semibold">{m.recorder_agreement()}</legend>
            <div className="flex flex-wrap gap-2">
              {agreements.map((agreement) => (
                <Box
                  key={agreement}
                  type="radio"
                  name={`${key}-agreement`}
                  label={agreementLabel(agreement)}
                  isChecked={value.agreement === agreement}
                  onChange={() => change({ agreement })}
                />
              ))}
            </div>
          </fieldset>
          <Box
            label={m.recorder_legal_context()}
            isChecked={value.isLegalContext}
            onChange={(isLegalContext) => change({ isLegalContext })}
          />
          <SavedText
            id={`${key}-note`}
            label={m.recorder_note()}
            hint={m.recorder_note_hint()}
            value={value.note}
            maxLength={4000}
            onSave={(note) => change({ note })}
          />
          <SavedText
            id={`${key}-restricted`}
            label={m.recorder_restricted()}
            hint={m.recorder_restricted_hint()}
            value={value.restricted}
            maxLength={4000}
            refusesNames
            onSave={(restricted) => change({ restricted })}
          />
          <p className="text-muted">
            {question.why} {question.evidence}
          </p>
        </div>
      </details>
      <PhotoBox about={key} />
      <p aria-live="polite" className="text-xs text-muted">
        {by !== null && m.recorder_recorded_by({ name: by })}
      </p>
    </section>
  );
}
