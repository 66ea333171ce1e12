import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { capital } from '~/documents/pdf/labels';
import { counted, pair } from './fold-status';
import type { AuditReport } from './schema';
import { type Say, word, yesNo } from './labels';

/** How many of the eleven are present, unknown, and not stated: that none is present says nothing of those. */
function signStatus(signs: AuditReport['signs'], say: Say): string {
  if (signs === null) return m.audit_report_signs_none({}, say);
  const stated = signs.eleven.filter(({ isNotStated }) => !isNotStated);
  const unstated = signs.eleven.length - stated.length;
  const count = (state: string) => stated.filter((sign) => sign.state === state).length;
  return [
    ...['present', 'unknown'].map((state) => pair(capital(word(state, say)), count(state), say)),
    ...counted(m.compliance_not_stated({}, say), unstated, say),
    m.audit_report_sign_no_proof({}, say),
  ].join(' · ');
}

/** The ILO's signs and the operational indicators, read twice. Nothing here proves or rules out forced labour, and it says so. */
export function signBlocks({ signs }: AuditReport, say: Say): Block[] {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: m.audit_report_signs({}, say), status: signStatus(signs, say) },
    { kind: 'paragraph', text: m.audit_report_sign_no_proof({}, say), isStrong: true },
  ];
  if (signs === null) return [...blocks, { kind: 'paragraph', text: m.audit_report_signs_none({}, say) }];
  const { eleven, operational } = signs;
  blocks.push(
    {
      kind: 'table',
      title: m.audit_report_eleven({}, say),
      columns: [
        { label: m.audit_report_sign({}, say), share: 60 },
        { label: m.audit_report_sign_state({}, say), share: 22 },
        { label: m.audit_report_sign_strength({}, say), share: 18 },
      ],
      rows: eleven.map(({ text, state, strength, isNotStated }) => [
        text,
        isNotStated ? m.compliance_not_stated({}, say) : { text: word(state, say), strong: state === 'present' },
        strength === null ? '–' : word(strength, say),
      ]),
    },
    ...(eleven.some(({ isNotStated }) => isNotStated)
      ? [{ kind: 'paragraph' as const, text: m.compliance_implied_note({}, say), isSmall: true }]
      : []),
    { kind: 'heading', level: 3, text: m.audit_report_operational({}, say) },
    {
      kind: 'pairs',
      title: m.audit_report_operational({}, say),
      rows: [
        [m.screening_lower({}, say), word(operational.lower, say)],
        [m.screening_upper({}, say), word(operational.upper, say)],
        [m.audit_report_settled({}, say), yesNo(operational.isSettled, say)],
      ],
    },
    {
      kind: 'table',
      title: m.audit_report_dimensions({}, say),
      columns: [
        { label: m.screening_dimension({}, say), share: 52 },
        { label: m.audit_report_strong_medium_weak({}, say), share: 16, align: 'end' },
        { label: m.audit_report_sign_unknown({}, say), share: 10, align: 'end' },
        { label: m.audit_report_lower({}, say), share: 11, align: 'end' },
        { label: m.audit_report_upper({}, say), share: 11, align: 'end' },
      ],
      rows: operational.dimensions.map(({ code, title, lower, upper, present, unknown }) => {
        const number = (strength: string) => writeNumber(present.filter((sign) => sign.strength === strength).length, say);
        const note = present.map((sign) => `${sign.code} ${sign.text}`).join('\n');
        return [
          { text: `${code}  ${title}`, ...(note === '' ? {} : { note }) },
          `${number('strong')} / ${number('medium')} / ${number('weak')}`,
          writeNumber(unknown, say),
          yesNo(lower, say),
          yesNo(upper, say),
        ];
      }),
    },
  );
  return blocks;
}
