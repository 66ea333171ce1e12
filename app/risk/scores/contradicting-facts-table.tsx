import type { ReactNode } from 'react';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import type { ContradictingFact, ShownFigure } from '~/suppliers/registry/contradicting-facts';
import { gatheredLabel } from '~/suppliers/registry/gathered-labels';

const reasons = {
  'weaker-evidence': m.suppliers_contradiction_weaker,
  'better-for-workers': m.suppliers_contradiction_better,
} satisfies Record<ContradictingFact['aside'][number]['because'], () => string>;

/** Each fact with the value that counts and those that were set aside for it, all with their source. `sourceOf`: a link to where a value was read. */
export function ContradictingFactsTable({
  facts,
  sourceOf,
}: {
  facts: readonly ContradictingFact[];
  sourceOf: (source: string | undefined) => ReactNode;
}) {
  const figure = (field: string, { value, source, from }: ShownFigure) => (
    <>
      <strong>{factText(field, value) ?? m.shell_unknown()}</strong>
      <span className="block text-xs text-muted">
        {gatheredLabel(from)} {sourceOf(source)}
      </span>
    </>
  );
  const columns: Column<ContradictingFact>[] = [
    { key: 'fact', header: m.suppliers_contradiction_fact(), wraps: true, cell: ({ field }) => factName(field) },
    { key: 'counts', header: m.suppliers_contradiction_counts(), wraps: true, cell: ({ field, counts }) => figure(field, counts) },
    {
      key: 'aside',
      header: m.suppliers_contradiction_aside(),
      wraps: true,
      cell: ({ field, aside }) =>
        aside.map((each) => (
          <div key={`${each.source ?? ''} ${String(each.value)}`}>
            {figure(field, each)}
            <span className="block text-xs text-muted">{reasons[each.because]()}</span>
          </div>
        )),
    },
  ];
  return <DataTable caption={m.suppliers_contradiction_title()} columns={columns} rows={facts} rowKey={({ field }) => field} />;
}
