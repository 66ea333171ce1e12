import { lowerStatistical, reasonWords, settlingWords, truthLabel, upperStatistical } from '~/audits/entries/statistical-labels';
import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import type { AuditReport } from './schema';
import { orDash, type Say } from './labels';

/** The statistical definition, element by element and as a whole, with what it rests on. Reports of before it was read have none. */
export function statisticalBlocks({ statistical }: AuditReport, say: Say): Block[] {
  if (!statistical) return [];
  const { work, involuntary, menace, because, collect } = statistical;
  const title = m.screening_statistical_title({}, say);
  const withReason = (text: string, codes: readonly string[]) => (codes.length === 0 ? text : `${text}. ${reasonWords(codes, say)}`);
  const readings: [string, string][] = [
    [m.screening_statistical_lower({}, say), truthLabel(lowerStatistical(statistical), say)],
    [m.screening_statistical_upper({}, say), truthLabel(upperStatistical(statistical), say)],
  ];
  return [
    {
      kind: 'heading',
      level: 2,
      text: title,
      status: readings.map(([name, value]) => m.audit_report_pair({ name, value }, say)).join(' · '),
    },
    { kind: 'paragraph', text: m.screening_statistical_note({}, say), isStrong: true },
    {
      kind: 'pairs',
      title,
      rows: [
        [m.screening_statistical_work({}, say), truthLabel(work, say)],
        [m.screening_statistical_involuntary({}, say), withReason(truthLabel(involuntary, say), because.involuntariness)],
        [m.screening_statistical_menace({}, say), withReason(truthLabel(menace, say), because.menace)],
        ...readings,
        [m.audit_report_not_established({}, say), orDash(settlingWords(collect, say))],
      ],
    },
    { kind: 'paragraph', text: m.screening_statistical_withheld({}, say), isSmall: true },
  ];
}
