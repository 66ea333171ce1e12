import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { findingBlocks } from './finding-blocks';
import type { AuditReport } from './schema';
import { narrativeBlocks } from './key-findings';
import type { Say } from './labels';
import { questionTable } from './question-table';

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
      ...narrativeBlocks(model, section.key),
      questionTable(section.questions, { title: m.audit_report_situation_of({ section: section.title }, say), law: model.law, say }),
      ...model.findings.filter((finding) => finding.section === section.key).flatMap((finding) => findingBlocks(finding, model, say)),
    ]),
  ]);
}
