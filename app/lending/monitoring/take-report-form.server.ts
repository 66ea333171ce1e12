import type { Reporter } from '~/access/require-reporter.server';
import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { draftOf, takeReport, texts } from './report-content';
import { reportingProblem, reportingText } from './reporting-labels';
import { keepDraft, sendReport } from './write-report.server';

export type ReportTaken = { kind: 'kept' | 'sent' } | { kind: 'unknown' } | { kind: 'failed'; failure: FormFailure };

/**
 * Saves or sends a client's report of a period. A refused form comes back with its values. A text that may identify a person is refused once, until its writer
 * confirms.
 */
export async function takeReportForm(
  reporter: Pick<Reporter, 'reporting' | 'deviceId' | 'write'>,
  form: FormData,
  options: { periodFrom: string; now: Date },
): Promise<ReportTaken> {
  const of = { ...options, dealId: reporter.reporting.dealId };
  const draft = draftOf(form);
  if (form.get('intent') !== 'send') {
    const kept = await reporter.write((db) => keepDraft(db, draft, of));
    return kept.kind === 'kept' ? { kind: 'kept' } : { kind: 'unknown' };
  }
  const taken = takeReport(draft);
  const errors: Record<string, string[]> = {};
  if (taken.kind === 'refused')
    for (const [field, problem] of Object.entries(taken.problems)) if (problem) errors[field] = [reportingProblem(problem)];
  if (form.get('screened') !== 'on')
    for (const name of texts)
      if (personalKindsIn(draft[name] ?? '').length > 0) errors[name] = [...(errors[name] ?? []), reportingText('signs')];
  if (taken.kind === 'refused' || Object.keys(errors).length > 0) return { kind: 'failed', failure: formFailure(form, errors) };
  const seen = Number(form.get('seen'));
  const sent = await reporter.write((db) => sendReport(db, taken.content, { ...of, seen, senderId: reporter.deviceId }));
  switch (sent.kind) {
    case 'sent':
      return { kind: 'sent' };
    case 'refused':
      return { kind: 'failed', failure: formFailure(form, { '': [reportingText(sent.code)] }) };
    default:
      return { kind: 'unknown' };
  }
}
