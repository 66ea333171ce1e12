import type { NotScored as NotScoredResult } from '#scoring';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { factWord } from './words';

/** Why there is no score, and the fact to add so that there is one. */
export function NotScored({ result, editTo }: { result: NotScoredResult; editTo: string | null }) {
  const [first] = result.missing;
  return (
    <EmptyState
      title={m.method_not_scored_title()}
      actions={
        editTo && (
          <LinkButton to={editTo} variant="primary" icon="edit">
            {m.score_add_country()}
          </LinkButton>
        )
      }
    >
      <p>
        {m.method_reason_country()} {first && m.method_not_scored_first({ fact: factWord(first) })}
      </p>
    </EmptyState>
  );
}
