import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import type { ProposalCounts } from './list-proposals.server';
import { type ProposalState, proposalStates } from './proposal';

const words: Record<ProposalState, () => string> = {
  open: m.match_state_open,
  automatic: m.match_state_automatic,
  answered: m.match_state_answered,
};

/** The questions of a batch by state, as links. */
export function ProposalViews({ current, counts, base }: { current: ProposalState; counts: ProposalCounts; base: string }) {
  return (
    <nav aria-label={m.match_step_states()} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {proposalStates.map((state) => (
          <li key={state}>
            <Link
              to={`${base}?show=${state}`}
              aria-current={state === current ? 'page' : undefined}
              className={classNames(
                '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2',
                state === current ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {words[state]()}
              <span className="text-xs font-normal text-muted">{formatNumber(counts[state])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
