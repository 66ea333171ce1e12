import { Link } from '@remix-run/react';
import { evidenceGrades } from '#scoring';
import { m } from '~/paraglide/messages';
import { bytesOf } from './file-bytes';
import { FilePicture } from './file-picture';
import { audienceLine, scanLabel, validityLine } from './labels';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatBytes } from '~/ui/format';
import { Select } from '~/ui/select';
import type { QuestionView } from '~/questionnaires/responses/section-view.server';
import { evidenceGradeLabel } from '~/platform/terms/evidence-grade-label';

/** Held back while it waits for its check, and for good when a virus was found. */
const isOpen = (scan: string) => scan === 'clean' || scan === 'not-scanned';

type Item = QuestionView['evidence'][number];

/**
 * The files behind one answer, each linked to its viewer; they are uploaded on the page of the question's files, and graded here where the role allows. Inside
 * the section's form, so each control names its own form; `EvidenceForms` renders those forms after it.
 */
export function EvidencePanel({
  question,
  basePath,
  mayAnswer,
  mayGrade,
}: {
  question: Pick<QuestionView, 'key' | 'evidence'>;
  basePath: string;
  mayAnswer: boolean;
  mayGrade: boolean;
}) {
  const files = `${basePath}/files/${question.key}`;
  return (
    <details open={question.evidence.length > 0} className="max-w-prose">
      <summary className="cursor-pointer font-semibold">
        {m.responses_evidence()} ({question.evidence.length})<span className="sr-only"> {question.key}</span>
      </summary>
      {question.evidence.length === 0 && <p className="mt-2 text-muted">{m.responses_evidence_none()}</p>}
      <ul className="mt-2 grid gap-2">
        {question.evidence.map((item) => (
          <li key={item.id} className="flex flex-wrap items-end justify-between gap-3 border-b border-line pb-2">
            <EvidenceFacts item={item} files={files} bytes={`${basePath}/evidence`} />
            {mayGrade && (
              <span className="flex flex-wrap items-end gap-2">
                <Select
                  id={`grade-${item.id}`}
                  name="grade"
                  form={`grade-form-${item.id}`}
                  label={<span className="sr-only">{m.responses_evidence_grade()}</span>}
                  options={evidenceGrades.map((grade) => ({ value: grade, label: evidenceGradeLabel(grade) }))}
                  defaultValue={item.grade}
                />
                <Button type="submit" form={`grade-form-${item.id}`} variant="secondary" size="sm">
                  {m.responses_evidence_grade_save()}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayAnswer && (
        <p className="mt-2">
          <Link to={files} className="inline-block min-h-11 py-2">
            {question.evidence.length > 0 ? m.responses_evidence_change() : m.files_add()}
            <span className="sr-only"> {question.key}</span>
          </Link>
        </p>
      )}
    </details>
  );
}

function EvidenceFacts({ item, files, bytes }: { item: Item; files: string; bytes: string }) {
  const [id = '', copy] = item.id.split('.');
  const validity = validityLine(item, item.audience !== null);
  const isShown = isOpen(item.scan);
  const picture = bytesOf({ base: bytes, mark: '.' }, id, copy ? 'redacted-thumbnail' : 'thumbnail');
  return (
    <span className="flex min-w-0 items-start gap-3">
      <FilePicture file={{ ...item, hasPreview: item.hasPreview && isShown }} src={picture} />
      <span className="min-w-0 break-words">
        <Link to={`${files}/${id}`} className="break-all">
          {item.fileName}
        </Link>{' '}
        {copy && <span className="text-muted">{m.evidence_copy()} </span>}
        <span className="text-muted">
          {formatBytes(item.sizeBytes)} · {evidenceGradeLabel(item.grade)}
        </span>
        {validity && <span className={item.isExpired ? 'block text-danger' : 'block text-muted'}>{validity}</span>}
        {item.isExpired && <span className="block">{m.files_expired_counts()}</span>}
        <span className={item.scan === 'infected' ? 'block text-danger' : 'block text-muted'}>{scanLabel(item)}</span>
        {item.audience && <span className="block text-muted">{audienceLine(item.audience)}</span>}
      </span>
    </span>
  );
}

/** The forms that the panels' controls belong to. */
export function EvidenceForms({ questions }: { questions: readonly Pick<QuestionView, 'key' | 'evidence'>[] }) {
  return (
    <>
      {questions.flatMap(({ evidence }) =>
        evidence.map(({ id }) => (
          <Form key={id} method="post" preventScrollReset id={`grade-form-${id}`} hidden>
            <input type="hidden" name="intent" value="grade-evidence" />
            <input type="hidden" name="evidenceId" value={id} />
          </Form>
        )),
      )}
    </>
  );
}
