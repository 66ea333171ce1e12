import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { findingBlocks } from './finding-blocks';
import type { AuditReport } from './schema';
import { answerLabel, type Say } from './labels';

/** What was asked beside the checklist: each questionnaire with its questions, what was seen, and the findings about them. */
export function furtherBlocks(model: AuditReport, say: Say): Block[] {
  return (model.further ?? []).flatMap(({ key, title, licence, isDrafted, sections }): Block[] => [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'paragraph',
      text: [key, licence, ...(isDrafted ? [m.audit_report_further_drafted({}, say)] : []), m.audit_report_further_note({}, say)].join(
        ' · ',
      ),
      isSmall: true,
    },
    ...sections.flatMap((section): Block[] => [
      { kind: 'heading', level: 3, text: `${section.key}  ${section.title}` },
      {
        kind: 'table',
        title: m.audit_report_situation_of({ section: section.title }, say),
        size: 8,
        columns: [
          { label: m.supplier_report_column_question({}, say), share: 60 },
          { label: m.audit_report_situation({}, say), share: 22 },
          { label: m.audit_report_findings({}, say), share: 18 },
        ],
        rows: section.questions.map((question) => {
          const { code, text, note, isLegalContext, findings } = question;
          const notes = [note, isLegalContext ? m.audit_report_legal_context({}, say) : ''].filter((each) => each !== '').join('\n');
          return [
            { text: `${code}  ${text}`, ...(notes === '' ? {} : { note: notes }) },
            answerLabel(question, say),
            findings.length === 0 ? '–' : findings.join(', '),
          ];
        }),
      },
      ...model.findings
        .filter((finding) => finding.section === section.key)
        .flatMap((finding) => findingBlocks(finding, model.photos, say)),
    ]),
  ]);
}
