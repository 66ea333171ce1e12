import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { daysText, listName, placeText, reasonText } from './listed-labels';
import { labourText } from '~/risk/alerts/match-words';
import type { ListedFact, PublicLists } from './public-lists.server';
import { TableLink } from '~/risk/scores/table-link';

/** Says that an entry of an enforcement list is named like the supplier. The score does not know of it until a person has confirmed it. */
export function CandidateNotice({ candidates }: Pick<PublicLists, 'candidates'>) {
  if (candidates.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="warning" title={m.suppliers_candidate_title({ count: candidates.length })}>
        <ListedList facts={candidates} hasPlace />
        <p className="mt-2">{m.suppliers_candidate_text()}</p>
      </Notice>
    </div>
  );
}

/** What public lists say of the supplier's goods, sector and country. Nothing when they say nothing. */
export function PublicListSection({ facts, others }: Pick<PublicLists, 'facts' | 'others'>) {
  if (facts.length + others.length === 0) return null;
  return (
    <Section title={m.suppliers_listed_title()} lead={m.suppliers_listed_lead()}>
      {facts.length > 0 && <ListedList facts={facts} />}
      {others.length > 0 && (
        <details className="mt-3">
          <summary>{m.suppliers_listed_others({ count: others.length })}</summary>
          <p className="my-2 max-w-prose text-muted">{m.suppliers_listed_others_text()}</p>
          <ListedList facts={others} />
        </details>
      )}
    </Section>
  );
}

function ListedList({ facts, hasPlace = false }: { facts: readonly ListedFact[]; hasPlace?: boolean }) {
  return (
    <ul className="grid gap-3">
      {facts.map((fact) => (
        <li key={fact.key}>
          <p>
            <span className="font-semibold" lang="en">
              {fact.subject}
            </span>{' '}
            · <TableLink href={fact.href}>{listName(fact.list)}</TableLink> · {labourText(fact.labour)}
          </p>
          <p className="text-sm text-muted">
            {daysText(fact)}. {reasonText(fact)} {hasPlace && placeText(fact)}
            {fact.confidence === 'memory' && ` ${m.suppliers_listed_recalled()}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
