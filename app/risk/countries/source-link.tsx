import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import type { ShownSource } from './read-score.server';

const confidences = { derived: m.method_confidence_derived, memory: m.method_confidence_memory, confirmed: m.method_confidence_confirmed };

/** Where a figure was read: producer and edition, leading to its row; a figure that was not read in a source says so. */
export function SourceLink({ source, isBare = false }: { source: ShownSource | null; isBare?: boolean }) {
  const readFor = useSearchParams()[0].get('for') ?? '';
  if (!source) return <span className="text-muted">{m.countries_source_method()}</span>;
  const { table, vintage, row, producer, confidence, own } = source;
  const released = `/methodology/tables/${table}?vintage=${encodeURIComponent(vintage)}&row=${encodeURIComponent(row)}#row-${row}`;
  return (
    <span className="text-xs text-muted">
      <Link to={own === undefined ? released : `/o/${readFor}/settings/reference-tables/${own}`} lang="en">
        {isBare ? vintage : m.countries_source({ producer, vintage })}
      </Link>
      {confidence !== 'confirmed' && ` (${confidences[confidence]()})`}
    </span>
  );
}
