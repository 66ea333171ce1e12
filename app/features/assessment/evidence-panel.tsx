import { Form } from '@remix-run/react';
import { evidenceGrades } from '#scoring';
import { m } from '~/paraglide/messages';
import { scanWord } from '~/features/evidence/words';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { formatBytes } from '~/ui/format';
import { Select } from '~/ui/select';
import type { QuestionView } from './section-view.server';
import { evidenceGradeWord } from './words';

/** Held back while it waits for its check, and for good when a virus was found. */
const isOpen = (scan: string) => scan === 'clean' || scan === 'not-scanned';

type Rights = { mayAnswer: boolean; mayGrade: boolean };

/**
 * The files behind one answer: attach and remove while it is open, grade where the role allows.
 * It stands inside the section's form, so each control names the form it belongs to; `EvidenceForms` draws those forms after it.
 */
export function EvidencePanel({
  question,
  basePath,
  accept,
  error,
  mayAnswer,
  mayGrade,
}: Rights & { question: QuestionView; basePath: string; accept: string; error?: string | undefined }) {
  return (
    <details open={question.evidence.length > 0 || error !== undefined} className="max-w-prose">
      <summary className="cursor-pointer font-semibold">
        {m.assessment_evidence()} ({question.evidence.length})<span className="sr-only"> {question.key}</span>
      </summary>
      {question.evidence.length === 0 && <p className="mt-2 text-muted">{m.assessment_evidence_none()}</p>}
      <ul className="mt-2 grid gap-2">
        {question.evidence.map((item) => (
          <li key={item.id} className="flex flex-wrap items-end justify-between gap-3 border-b border-line pb-2">
            <span className="min-w-0 break-words">
              {isOpen(item.scan) ? (
                <a href={`${basePath}/evidence/${item.id}`} download className="text-accent underline">
                  {item.fileName}
                </a>
              ) : (
                item.fileName
              )}{' '}
              <span className="text-muted">
                {formatBytes(item.sizeBytes)} · {evidenceGradeWord(item.grade)}
              </span>
              <span className={item.scan === 'infected' ? 'block text-danger' : 'block text-muted'}>{scanWord(item)}</span>
            </span>
            <span className="flex flex-wrap items-end gap-2">
              {mayGrade && (
                <>
                  <Select
                    id={`grade-${item.id}`}
                    name="grade"
                    form={`grade-form-${item.id}`}
                    label={<span className="sr-only">{m.assessment_evidence_grade()}</span>}
                    options={evidenceGrades.map((grade) => ({ value: grade, label: evidenceGradeWord(grade) }))}
                    defaultValue={item.grade}
                  />
                  <Button type="submit" form={`grade-form-${item.id}`} variant="secondary" size="sm">
                    {m.assessment_evidence_grade_save()}
                  </Button>
                </>
              )}
              {mayAnswer && (
                <Button type="submit" form={`remove-form-${item.id}`} variant="quiet" size="sm">
                  {m.assessment_evidence_remove()}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayAnswer && (
        <div className="mt-3 grid gap-2">
          <FileField
            id={`file-${question.key}`}
            name="file"
            form={`attach-form-${question.key}`}
            label={m.assessment_evidence_file()}
            hint={m.assessment_evidence_file_hint()}
            accept={accept}
            error={error}
          />
          <div>
            <Button type="submit" form={`attach-form-${question.key}`} variant="secondary" size="sm">
              {m.assessment_evidence_attach()}
            </Button>
          </div>
        </div>
      )}
    </details>
  );
}

/** The forms that the panels' controls belong to. */
export function EvidenceForms({ questions, mayAnswer, mayGrade }: Rights & { questions: QuestionView[] }) {
  return (
    <>
      {questions.map((question) => (
        <div key={question.key} hidden>
          {mayAnswer && <EvidenceForm id={`attach-form-${question.key}`} intent="attach-evidence" question={question.key} />}
          {question.evidence.map((item) => (
            <div key={item.id}>
              {mayAnswer && (
                <EvidenceForm id={`remove-form-${item.id}`} intent="remove-evidence" question={question.key} evidenceId={item.id} />
              )}
              {mayGrade && (
                <EvidenceForm id={`grade-form-${item.id}`} intent="grade-evidence" question={question.key} evidenceId={item.id} />
              )}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function EvidenceForm({ id, intent, question, evidenceId }: { id: string; intent: string; question: string; evidenceId?: string }) {
  return (
    <Form method="post" encType="multipart/form-data" preventScrollReset id={id}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="question" value={question} />
      {evidenceId && <input type="hidden" name="evidenceId" value={evidenceId} />}
    </Form>
  );
}
