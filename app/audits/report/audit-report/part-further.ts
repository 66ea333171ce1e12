import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { findingBlocks } from './finding-blocks';
import type { AuditReport, FurtherChecklist } from './schema';
import { narrativeBlocks } from './key-findings';
import { counted, findingsStatus, pair } from './fold-status';
import type { Say } from './labels';
import { itemBlocks } from './item-blocks';
import { questionTable, type Usual } from './question-table';

type Section = FurtherChecklist['sections'][number];

/** What was asked beside the checklist: each questionnaire with its questions, what was seen, and the findings about them. */
export function furtherBlocks(model: AuditReport, usual: Usual, say: Say): Block[] {
  return (model.further ?? []).flatMap(({ key, title, licence, isDrafted, sections }): Block[] => [
    {
      kind: 'heading',
      level: 2,
      text: title,
      status: furtherStatus({ sections, findings: model.findings }, say),
    },
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
      ...model.findings.filter((finding) => finding.section === section.key).flatMap((finding) => findingBlocks(finding, model, say)),
      ...sectionTables(section, { law: model.law, usual, say }),
    ]),
  ]);
}

/** How many of its questions were answered, those that are not compliant, and the findings about them by grade. */
function furtherStatus({ sections, findings }: { sections: readonly Section[]; findings: AuditReport['findings'] }, say: Say): string {
  const questions = sections.flatMap((section) => section.questions);
  const bad = questions.filter(({ answer, isNotStated }) => answer === 'not-compliant' && !isNotStated).length;
  const own = findings.filter(({ section }) => sections.some(({ key }) => key === section));
  return [
    pair(m.audit_report_items({}, say), questions.length, say),
    ...counted(m.audit_report_not_compliant({}, say), bad, say),
    ...(own.length === 0 ? [] : [findingsStatus(own, say)]),
  ].join(' · ');
}

/** Requirements by what was found of them; answers of any other scale one by one. Reports of before the scale was kept have all of them so. */
function sectionTables({ title, questions }: Section, { law, usual, say }: { law: AuditReport['law']; usual: Usual; say: Say }): Block[] {
  const isItem = ({ answer, isNotStated }: Section['questions'][number]) => isNotStated || (answer !== undefined && answer !== null);
  if (questions.some(({ answer }) => answer) && questions.every(isItem)) return itemBlocks(questions, { section: title, law, usual, say });
  return [questionTable(questions, { title: m.audit_report_situation_of({ section: title }, say), law, say, usual })];
}
