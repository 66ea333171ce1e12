import type { Component } from '#scoring';
import { componentWord } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { mostUncertain } from './most-uncertain';
import { factOfComponent, factWord } from './words';

/** The facts that are not known, the one that would narrow the interval most first, with the way to add them. */
export function MissingFacts({
  missing,
  components,
  editTo,
}: {
  missing: readonly string[];
  components: readonly Component[];
  /** The page on which facts are entered; null for a member who may not. */
  editTo: string | null;
}) {
  const widest = mostUncertain(components);
  if (missing.length === 0 && !widest) return <p className="text-muted">{m.method_missing_none()}</p>;
  return (
    <div className="grid gap-4">
      {widest && (
        <Notice
          title={
            widest.known
              ? m.method_widest_known({ component: componentWord(widest.id) })
              : m.method_widest_missing({ fact: factWord(factOfComponent[widest.id]) })
          }
          actions={
            editTo && !widest.known ? (
              <LinkButton to={editTo} size="sm" icon="edit">
                {m.method_add_facts()}
              </LinkButton>
            ) : undefined
          }
        >
          {m.method_widest_text({
            component: componentWord(widest.id),
            low: formatNumber(widest.low, { digits: 1 }),
            high: formatNumber(widest.high, { digits: 1 }),
          })}
        </Notice>
      )}
      {missing.length > 0 && (
        <div>
          <p className="mb-1">{m.method_missing_lead()}</p>
          <ul className="grid list-disc gap-0.5 ps-5">
            {missing.map((field) => (
              <li key={field}>{factWord(field)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
