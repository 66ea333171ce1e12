import type { Block } from '~/documents/pdf/block';
import { writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { orDash, type Say } from './labels';
import type { AuditReport } from './schema';

/** Points that would have stopped the conclusion and were accepted: why, by whom, and when. Reports of before the gate have none. */
export function acceptedBlocks({ acceptedPoints }: AuditReport, say: Say): Block[] {
  if (acceptedPoints === undefined) return [];
  const title = m.gate_report_title({}, say);
  return [
    { kind: 'heading', level: 2, text: title },
    acceptedPoints.length === 0
      ? { kind: 'paragraph', text: m.gate_report_none({}, say) }
      : {
          kind: 'table',
          title,
          size: 8,
          columns: [
            { label: m.gate_report_point({}, say), share: 34 },
            { label: m.gate_report_reason({}, say), share: 44 },
            { label: m.gate_report_by({}, say), share: 22 },
          ],
          rows: acceptedPoints.map(({ text, reason, askedBy, note, acceptedBy, on }) => [
            { text },
            { text: note, note: m.gate_report_asked({ reason, name: orDash(askedBy) }, say) },
            { text: orDash(acceptedBy), note: writeDate(on, say) },
          ]),
        },
  ];
}
