import type { Component } from '#scoring';
import { componentWord } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { mostUncertain } from './most-uncertain';
import type { Sensitivity } from './sensitivity.server';
import { NarrowingTable } from './sensitivity-tables';
import { factWord } from './words';

/** The facts that are not known and what each would do to the interval; where all are known, the part of the interval that is widest all the same. */
export function MissingFacts({
  missing,
  components,
  sensitivity,
  editTo,
}: {
  missing: readonly string[];
  components: readonly Component[];
  /** Null when the numbers of that day are not held. */
  sensitivity: Sensitivity | null;
  /** The page on which facts are entered; null for a member who may not. */
  editTo: string | null;
}) {
  const widest = mostUncertain(components);
  const narrowings = sensitivity?.narrowings;
  if (missing.length === 0 && !widest) return <p className="text-muted">{m.method_missing_none()}</p>;
  return (
    <div className="grid grid-cols-1 gap-4">
      {missing.length > 0 && (
        <>
          <p>{narrowings?.length === 0 ? m.method_missing_alone() : m.method_missing_lead()}</p>
          {narrowings && narrowings.length > 0 ? (
            <NarrowingTable narrowings={narrowings} editTo={editTo} />
          ) : (
            <ul className="grid list-disc gap-0.5 ps-5">
              {missing.map((field) => (
                <li key={field}>{factWord(field)}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {missing.length === 0 && widest && (
        <Notice title={m.method_widest_known({ component: componentWord(widest.id) })}>
          {m.method_widest_text({
            component: componentWord(widest.id),
            low: formatNumber(widest.low, { digits: 1 }),
            high: formatNumber(widest.high, { digits: 1 }),
          })}
        </Notice>
      )}
    </div>
  );
}
