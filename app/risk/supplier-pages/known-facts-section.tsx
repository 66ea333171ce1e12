import type { SerializeFrom } from '@remix-run/node';
import { ContradictingFactsTable } from '~/risk/scores/contradicting-facts-table';
import { FactList } from '~/suppliers/registry/fact-list';
import { IdentifierSection } from '~/suppliers/registry/identifier-list';
import { KnownOnForm, KnownOnNotice } from '~/suppliers/registry/known-on-form';
import type { RecordedId } from '~/suppliers/registry/read-identifiers.server';
import { SourceNote } from '~/suppliers/facts/source-note';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Fold } from '~/ui/fold';
import { Section } from '~/ui/page-header';
import type { readKnownFacts } from './read-known-facts.server';

type Known = SerializeFrom<Awaited<ReturnType<typeof readKnownFacts>>>;

/** What is known of a supplier and its workforce, each fact with its source; what contradicts comes first. Identifiers are folded away. */
export function KnownFactsSection({
  known: { projection, gathered, contradicting, sources, sectors },
  ids,
  knownOn,
  base,
  page,
  mayEdit,
}: {
  known: Known;
  ids: SerializeFrom<RecordedId[]>;
  knownOn: string | null;
  base: string;
  page: string;
  mayEdit: boolean;
}) {
  const edit = mayEdit && (
    <LinkButton to={`${page}/edit`} icon="edit" size="sm">
      {m.suppliers_edit()}
    </LinkButton>
  );
  return (
    <>
      {contradicting.length > 0 && (
        <Section id="contradicting" title={m.suppliers_contradiction_title()} lead={m.suppliers_contradiction_lead()} actions={edit}>
          <ContradictingFactsTable facts={contradicting} sourceOf={(source) => <SourceNote source={sources[source ?? '']} base={base} />} />
        </Section>
      )}
      <Section id="facts" title={m.suppliers_facts_title()} lead={m.suppliers_facts_lead()} actions={edit}>
        <KnownOnNotice knownOn={knownOn} page={`${page}/sites`} />
        <FactList projection={projection} gathered={gathered} sources={sources} sectors={sectors} base={base} page={page} />
        <KnownOnForm knownOn={knownOn} />
      </Section>
      <Fold summary={m.match_ids_title()} className="mt-6">
        <IdentifierSection ids={ids} base={base} />
      </Fold>
    </>
  );
}
