import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatNumber } from '~/ui/format';
import type { ReviewItem } from './read-diligence.server';

/** The sentence of a section without records. */
export const notInRecord = (): LenderBlock => ({ kind: 'paragraph', text: m.due_diligence_report_not_in_record() });

/** Items of a review with how many of their questions are met, and how many not. */
export function itemTable(title: string, items: readonly ReviewItem[]): LenderBlock {
  return {
    kind: 'table',
    title,
    size: 8,
    columns: [
      { label: m.due_diligence_report_column_item(), share: 44 },
      { label: m.due_diligence_report_column_met(), share: 11, align: 'end' },
      { label: m.due_diligence_report_column_partly(), share: 11, align: 'end' },
      { label: m.due_diligence_report_column_not_met(), share: 11, align: 'end' },
      { label: m.due_diligence_report_column_open(), share: 12, align: 'end' },
      { label: m.due_diligence_report_column_na(), share: 11, align: 'end' },
    ],
    rows: items.map(({ key, title: name, met, partly, notMet, open, notApplicable }) => [
      `${key}  ${name}`,
      ...[met, partly.length, notMet.length, open, notApplicable].map((count) => formatNumber(count)),
    ]),
  };
}
