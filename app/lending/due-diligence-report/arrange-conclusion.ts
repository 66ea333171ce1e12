import { basisLabel, scoreLabel } from '~/documents/charts/labels';
import { blockLabel } from '~/lending/deals/labels';
import { stateLabel } from '~/lending/deal-record/labels';
import { evidenceLabel } from '~/risk/scores/labels';
import { evidenceGradeSchema } from '#scoring';
import { m } from '~/paraglide/messages';
import type { LenderBlock, LenderDocument } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate, formatNumber } from '~/ui/format';
import { notInRecord } from './report-blocks';
import type { Diligence } from './read-diligence.server';

type Part = LenderDocument['parts'][number];

/** 8: every item that is not met or met in part, and what the record itself lacks for the next step. */
export function gapsPart({ reviews, deal }: Diligence): Part {
  const list = (title: string, texts: readonly string[]): LenderBlock[] =>
    texts.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: title },
          { kind: 'list', items: texts.map((lead) => ({ lead })) },
        ];
  const items = reviews.flatMap((review) => review.items);
  const blocks = [
    ...list(
      m.due_diligence_report_gaps_not_met(),
      items.flatMap(({ notMet }) => notMet),
    ),
    ...list(
      m.due_diligence_report_gaps_partly(),
      items.flatMap(({ partly }) => partly),
    ),
    ...(deal.next
      ? list(
          m.due_diligence_report_gaps_next({ state: stateLabel(deal.next.to) }),
          deal.next.blocks.map((block) => blockLabel(block)),
        )
      : []),
  ];
  return {
    key: 'gaps',
    title: m.due_diligence_report_part_gaps(),
    blocks:
      blocks.length > 0
        ? blocks
        : [{ kind: 'paragraph', text: reviews.length > 0 ? m.due_diligence_report_gaps_none() : m.due_diligence_report_not_in_record() }],
  };
}

/** 9: the action plan. */
export function planPart({ actionPlan }: Diligence): Part {
  return { key: 'plan', title: m.due_diligence_report_part_plan(), blocks: actionPlan ?? [notInRecord()] };
}

/** 10: covenants, monitoring and reporting. */
export function covenantsPart({ covenants, reviews, reporting }: Diligence): Part {
  const due = reviews.flatMap(({ said }) => said).find(({ key }) => key === 'EQZ.4');
  const items = reviews.flatMap(({ items: each }) => each.filter(({ key }) => key === 'EQ8' || key === 'EQ9' || key === 'EQ10'));
  const unmet = items.flatMap(({ notMet, partly }) => [...notMet, ...partly]);
  return {
    key: 'covenants',
    title: m.due_diligence_report_part_covenants(),
    blocks: [
      ...(covenants ?? [notInRecord()]),
      { kind: 'heading', level: 2, text: m.due_diligence_report_monitoring_title() },
      ...(reporting.length > 0
        ? reporting
        : [
            {
              kind: 'paragraph' as const,
              text: due ? m.due_diligence_report_monitoring_due({ day: formatDate(due.answer) }) : m.due_diligence_report_monitoring_none(),
            },
          ]),
      ...(unmet.length > 0 ? [{ kind: 'list' as const, items: unmet.map((lead) => ({ lead })) }] : []),
    ],
  };
}

/** 11: how reliable the information is. */
export function limitsPart({ result, reviews, deal, parties }: Diligence): Part {
  const open = reviews.flatMap(({ items }) => items).reduce((sum, item) => sum + item.open, 0);
  const unscored = parties.filter(({ score }) => score === null).length;
  const items = [
    ...(result?.status === 'scored'
      ? [
          m.due_diligence_report_limit_score({
            low: scoreLabel(result.low),
            high: scoreLabel(result.high),
            basis: basisLabel(result.basis.grade),
          }),
        ]
      : [m.due_diligence_report_limit_not_scored()]),
    m.due_diligence_report_limit_open({ count: formatNumber(open) }),
    ...(reviews.some(({ isHandedIn }) => !isHandedIn) ? [m.due_diligence_report_limit_not_handed_in()] : []),
    ...(unscored > 0 ? [m.due_diligence_report_limit_parties({ count: formatNumber(unscored) })] : []),
    ...(deal.scopes[0]?.fits === false ? [m.due_diligence_report_scope_stale()] : []),
    m.due_diligence_report_limit_chain(),
    m.due_diligence_report_limit_restricted(),
    m.due_diligence_report_limit_written(),
  ];
  return { key: 'limits', title: m.due_diligence_report_part_limits(), blocks: [{ kind: 'list', items: items.map((lead) => ({ lead })) }] };
}

/** Annexes: the files behind the reviews, and why the people engaged with are not listed. */
export function annexPart({ evidence }: Diligence): Part {
  const gradeOf = (grade: string) => {
    const known = evidenceGradeSchema.safeParse(grade);
    return known.success ? evidenceLabel(known.data) : grade;
  };
  return {
    key: 'annex',
    title: m.due_diligence_report_part_annex(),
    blocks: [
      { kind: 'heading', level: 2, text: m.due_diligence_report_evidence_title() },
      ...(evidence.length > 0
        ? [
            {
              kind: 'table' as const,
              title: m.due_diligence_report_evidence_title(),
              size: 7.5,
              columns: [
                { label: m.due_diligence_report_column_question(), share: 13 },
                { label: m.due_diligence_report_column_file(), share: 35 },
                { label: m.due_diligence_report_column_evidence(), share: 20 },
                { label: 'SHA-256', share: 32 },
              ],
              rows: evidence.map(({ question, fileName, grade, sha256 }) => [question, fileName, gradeOf(grade), sha256]),
            },
          ]
        : [notInRecord()]),
      { kind: 'heading', level: 2, text: m.due_diligence_report_interviews_title() },
      { kind: 'paragraph', text: m.due_diligence_report_interviews() },
    ],
  };
}
