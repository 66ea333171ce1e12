import { factName } from '~/suppliers/facts/fact-labels';
import { type NoCountReason, noCountReasons } from '~/suppliers/fields/definition/counting';
import { factCounting, recordCounting } from '~/suppliers/registry/what-counts';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';

const reasons = {
  identity: m.methodology_counts_identity,
  explains: m.methodology_counts_explains,
  position: m.methodology_counts_position,
  sex: m.methodology_counts_sex,
  'other-fact': m.methodology_counts_other_fact,
  'recruiter-review': m.methodology_counts_recruiter_review,
} satisfies Record<NoCountReason, () => string>;

const records: Readonly<Record<string, (() => string) | undefined>> = {
  certification: m.methodology_counts_certification,
  response: m.methodology_counts_assessment,
  complaints: m.methodology_counts_complaints,
};

type Row = { reason: NoCountReason; facts: string[] };

const columns = (): Column<Row>[] => [
  { key: 'facts', header: m.methodology_counts_fact(), wraps: true, cell: ({ facts }) => facts.join(', ') },
  { key: 'why', header: m.methodology_counts_why(), wraps: true, cell: ({ reason }) => reasons[reason]() },
];

/** Every recorded fact that moves neither a score nor an alert, with the reason. */
export function NoCountTable() {
  const rows = noCountReasons.map((reason): Row => {
    const facts = Object.entries(factCounting).flatMap(([field, counting]) => (counting === reason ? [factName(field)] : []));
    const lines = Object.entries(recordCounting).flatMap(([kind, counting]) => (counting === reason ? [records[kind]?.() ?? kind] : []));
    return { reason, facts: [...new Set([...facts, ...lines])] };
  });
  return <DataTable caption={m.methodology_counts_title()} columns={columns()} rows={rows} rowKey={({ reason }) => reason} />;
}
