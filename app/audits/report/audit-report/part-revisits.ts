import { capital, gradeLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { photoBlock } from './photo-block';
import type { ReportRevisit } from './findings-schema';
import type { AuditReport } from './schema';
import { methodWords, orDash, type Say, word } from './labels';

/** What became of the findings of earlier visits, each with what was agreed, what was seen and its photos; nothing where none was looked at again. */
export function revisitBlocks({ revisits = [], photos }: AuditReport, say: Say): Block[] {
  if (revisits.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.auditpapers_report_revisits({}, say), status: countWords(revisits, say) },
    { kind: 'paragraph', text: countWords(revisits, say) },
    {
      kind: 'table',
      title: m.auditpapers_report_revisits({}, say),
      size: 8,
      columns: [
        { label: m.audit_report_what({}, say), share: 34 },
        { label: m.audit_report_action({}, say), share: 24 },
        { label: m.supplier_report_column_status({}, say), share: 12 },
        { label: m.auditpapers_seen({}, say), share: 30 },
      ],
      rows: revisits.map((revisit) => rowOf(revisit, say)),
    },
    ...photos.filter(({ no }) => revisits.some((revisit) => revisit.photos.includes(no))).map((photo) => photoBlock(photo, say)),
  ];
}

/** The same without photos, for the plan of actions. */
export const revisitTable = (model: AuditReport, say: Say): Block[] => revisitBlocks({ ...model, photos: [] }, say);

function rowOf({ what, grade, question, openedOn, audit, actions, standing, seen, sources, photos }: ReportRevisit, say: Say) {
  const from =
    audit === null ? writeDate(openedOn, say) : m.auditpapers_report_found({ number: audit, date: writeDate(openedOn, say) }, say);
  const numbers = photos.length === 0 ? [] : [m.audit_report_pair({ name: m.audit_report_photos({}, say), value: photos.join(', ') }, say)];
  return [
    { text: what, note: [capital(gradeLabel(grade, say)), ...(question === null ? [] : [question]), from].join(' · ') },
    orDash(
      actions
        .map((action) => `${action.what} (${action.responsible}, ${writeDate(action.dueOn, say)}, ${word(action.status, say)})`)
        .join('\n'),
    ),
    { text: revisitStatusLabel(standing, say), strong: standing === 'worse' },
    { text: orDash(seen), note: [orDash(methodWords(sources, say)), ...numbers].join('\n') },
  ];
}

const revisitStatusLabels = {
  closed: m.auditpapers_standing_closed,
  open: m.auditpapers_standing_open,
  worse: m.auditpapers_standing_worse,
} satisfies Record<ReportRevisit['standing'], unknown>;
const revisitStatusLabel = (standing: ReportRevisit['standing'], say: Say): string => revisitStatusLabels[standing]({}, say);

function countWords(revisits: readonly ReportRevisit[], say: Say): string {
  const count = (standing: ReportRevisit['standing']) => revisits.filter((each) => each.standing === standing).length;
  return m.auditpapers_report_counts({ all: revisits.length, closed: count('closed'), open: count('open'), worse: count('worse') }, say);
}
