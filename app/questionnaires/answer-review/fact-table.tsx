import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { SourceNote } from '~/suppliers/facts/source-note';
import { DataTable } from '~/ui/data-table';
import type { FactAtDesk } from './facts-at-desk.server';
import { factPointsText } from './labels';
import type { AnswerPoints } from './schema';

type Shown = { facts: readonly SerializeFrom<FactAtDesk>[]; base: string; points: AnswerPoints | null };

/** The facts of the workforce that an answer states: what was known before and from where, and what the fact does to the score. */
export function FactTable({ facts, base, points }: Shown) {
  return (
    <DataTable
      caption={m.answer_review_facts()}
      rows={facts}
      rowKey={({ key }) => key}
      columns={[
        { key: 'fact', header: m.answer_review_fact(), wraps: true, cell: ({ text }) => text },
        { key: 'stated', header: m.answer_review_fact_stated(), align: 'end', cell: ({ stated }) => stated },
        {
          key: 'before',
          header: m.answer_review_fact_before(),
          wraps: true,
          cell: ({ before }) =>
            before ? (
              <>
                {before.value}{' '}
                <span className="text-xs">
                  <SourceNote source={before.source && { ...before.source, createdAt: new Date(before.source.createdAt) }} base={base} />
                </span>
              </>
            ) : (
              <span className="text-muted">{m.answer_review_fact_before_none()}</span>
            ),
        },
        {
          key: 'points',
          header: m.answer_review_fact_effect(),
          cell: ({ key, counts }) => (counts ? (factPointsText(points?.facts[key]) ?? '–') : m.answer_review_fact_replaced()),
        },
      ]}
    />
  );
}
