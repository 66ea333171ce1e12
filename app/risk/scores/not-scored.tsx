import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';

/** Why there is no score, which is always that no country is known. `editTo`: the page on which facts are entered; null for a reader who may not. */
export function NotScored({ editTo }: { editTo: string | null }) {
  return (
    <EmptyState
      title={m.method_not_scored_title()}
      actions={
        editTo && (
          <LinkButton to={editTo} variant="primary" icon="edit">
            {m.scores_add_country()}
          </LinkButton>
        )
      }
    >
      <p>{m.method_reason_country()}</p>
    </EmptyState>
  );
}
