import { writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { orDash, type Say } from './labels';
import type { AuditReport } from './schema';

/** Contradictions that were explained or resolved, each with who explained it. Reports of before they were looked for have none. */
export function contradictionBlocks({ contradictions }: AuditReport, say: Say): Block[] {
  if (contradictions === undefined) return [];
  const title = m.consistency_report_title({}, say);
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', text: m.consistency_report_lead({}, say), isSmall: true },
    contradictions.length === 0
      ? { kind: 'paragraph', text: m.consistency_report_none({}, say) }
      : {
          kind: 'table',
          title,
          size: 8,
          columns: [
            { label: m.consistency_report_rule({}, say), share: 40 },
            { label: m.consistency_explanation({}, say), share: 38 },
            { label: m.consistency_report_by({}, say), share: 22 },
          ],
          rows: contradictions.map(({ rule, text, questions, state, explanation, by, on }) => [
            { text, note: [rule, ...questions].join(', ') },
            {
              text: explanation,
              note: state === 'explained' ? m.consistency_report_explained({}, say) : m.consistency_report_resolved({}, say),
            },
            { text: orDash(by), note: writeDate(on, say) },
          ]),
        },
  ];
}
