import type { Scored } from '#scoring';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { factWord } from './words';

type IsNotScored = Extract<Scored, { status: 'not-scored' }>;

const reasons = {
  'country-unknown': m.method_reason_country,
  'sector-unknown': m.method_reason_sector,
  'coverage-below-floor': m.method_reason_coverage_plain,
} satisfies Record<IsNotScored['reasons'][number]['code'], () => string>;

/** Why there is no score, and what to add so that there is one. */
export function NotScored({ result, floor, editTo }: { result: IsNotScored; floor: number | null; editTo: string | null }) {
  const [first, ...others] = result.missing;
  return (
    <EmptyState
      title={m.method_not_scored_title()}
      actions={
        editTo && (
          <LinkButton to={editTo} variant="primary" icon="edit">
            {m.method_add_missing({ count: result.missing.length })}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-3">
        <ul className="grid gap-1">
          {result.reasons.map(({ code }) => (
            <li key={code}>
              {code === 'coverage-below-floor' && floor !== null
                ? m.method_reason_coverage({ floor: formatNumber(floor) })
                : reasons[code]()}
            </li>
          ))}
        </ul>
        {first && (
          <p>
            {m.method_not_scored_first({ fact: factWord(first) })}
            {others.length > 0 && ` ${m.method_not_scored_then({ facts: others.map(factWord).join(', ') })}`}
          </p>
        )}
      </div>
    </EmptyState>
  );
}
