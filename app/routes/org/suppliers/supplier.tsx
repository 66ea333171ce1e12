import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Scored } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { Waterfall } from '~/charts/waterfall';
import { AlertSection, UpstreamSection } from '~/risk/alerts/alert-section';
import { overrideFloor } from '~/risk/alerts/override-floor.server';
import { readSupplierAlerts } from '~/risk/alerts/read-alerts.server';
import { readUpstreamAlerts } from '~/risk/alerts/upstream-alerts.server';
import { waterfallHref } from '~/risk/scores/addresses';
import { ContradictingFactsTable } from '~/risk/scores/contradicting-facts-table';
import { FactList } from '~/suppliers/registry/fact-list';
import { IdentifierSection } from '~/suppliers/registry/identifier-list';
import { KnownOnForm, KnownOnNotice } from '~/suppliers/registry/known-on-form';
import { NextActList } from '~/suppliers/registry/next-act-list';
import { CandidateNotice, PublicListSection } from '~/risk/supplier-pages/public-list-section';
import { readCollaboration } from '~/suppliers/collaboration/read-collaboration.server';
import { SupplierCollaboration } from '~/suppliers/collaboration/supplier-collaboration';
import { readPublicLists } from '~/risk/supplier-pages/public-lists.server';
import { readIdentifiers } from '~/suppliers/registry/read-identifiers.server';
import { readOverview } from '~/risk/supplier-pages/read-overview.server';
import { readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { SourceNote } from '~/suppliers/registry/source-note';
import { SupplierRisk } from '~/risk/supplier-pages/supplier-header';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { notFound } from '~/web/responses.server';

const daySchema = z.iso.date();

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const day = daySchema.safeParse(new URL(request.url).searchParams.get('known-on'));
  const knownOn = day.success ? new Date(`${day.data}T23:59:59.999Z`) : undefined;
  return member.inOrganization(async (db) => {
    const head = await readSupplierHead(db, params.supplierId);
    if (!head) throw notFound();
    const overview = await readOverview(db, { head, knownOn });
    const asOf = new Date().toISOString().slice(0, 10);
    const lists = await readPublicLists(db, { partyId: head.partyId, names: [head.name, overview.projection.parentCompany?.value], asOf });
    const alerts = await readSupplierAlerts(db, head.partyId);
    // What an alert says is not said a second time.
    const inAlerts = new Set(
      alerts.filter(({ endedAt }) => endedAt === null).map(({ sourceTable, sourceRow }) => `${sourceTable} ${sourceRow}`),
    );
    const besideAlerts = ({ key }: { key: string }) => !inAlerts.has(key);
    return {
      head,
      ...overview,
      lists: { ...lists, candidates: lists.candidates.filter(besideAlerts), facts: lists.facts.filter(besideAlerts) },
      alerts,
      upstream: await readUpstreamAlerts(db, head.partyId),
      floor: overrideFloor(asOf),
      ids: await readIdentifiers(db, head.partyId),
      knownOn: day.success ? day.data : null,
      collaboration: await readCollaboration(db, { partyId: head.partyId, member, now: new Date(Date.now()) }),
      base: `/o/${member.organization.slug}`,
      mayEdit: member.can('edit:supplier'),
      mayDecide: member.can('decide:alert'),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.head.name ?? ''} · Manumit` }];

export default function SupplierOverview() {
  const { head, projection, sources, sectors, score, acts, lists, ids, knownOn, base, mayEdit, ...rest } = useLoaderData<typeof loader>();
  const page = `${base}/suppliers/${head.publicId}`;
  const result = score?.result.status === 'scored' ? score.result : null;
  return (
    <>
      {rest.alerts.length > 0 && (
        <div className="mb-8">
          <AlertSection
            alerts={rest.alerts}
            base={base}
            overridesHref={`${page}/score/overrides`}
            mayDecide={rest.mayDecide}
            floor={rest.floor}
          />
        </div>
      )}
      <CandidateNotice candidates={lists.candidates} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] [&>section]:mt-0">
        <Section title={m.suppliers_risk_title()} actions={score && <Link to={`${page}/score`}>{m.suppliers_score_trace()}</Link>}>
          <SupplierRisk head={head} result={result} place={rest.place} />
          {rest.earlierVersion && (
            <p className="mt-3 text-muted">
              {m.scores_earlier_notice({ version: rest.earlierVersion })} <Link to={`${page}/score`}>{m.suppliers_score_trace()}</Link>
            </p>
          )}
          {score && (
            <p className="mt-3 text-xs text-muted">
              {m.suppliers_score_as_of({ day: formatDate(score.asOf), version: score.result.engineVersion })}
            </p>
          )}
        </Section>
        <div>
          <Section title={m.suppliers_next_title()}>
            <NextActList acts={acts} base={base} page={page} publicId={head.publicId} />
          </Section>
          <SupplierCollaboration collaboration={rest.collaboration} base={base} page={page} />
        </div>
      </div>
      {result && (
        <Section title={m.suppliers_waterfall_title()}>
          <Waterfall result={result} hrefFor={stepsOf(result, `${page}/score`)} />
        </Section>
      )}
      <UpstreamSection alerts={rest.upstream} base={base} />
      <PublicListSection facts={lists.facts} others={lists.others} />
      <IdentifierSection ids={ids} base={base} />
      {rest.contradicting.length > 0 && (
        <Section
          id="contradicting"
          title={m.suppliers_contradiction_title()}
          lead={m.suppliers_contradiction_lead()}
          actions={
            mayEdit && (
              <>
                <LinkButton to={`${page}/edit`} icon="edit" size="sm">
                  {m.suppliers_edit()}
                </LinkButton>
                <LinkButton to={`${page}/sites`} size="sm">
                  {m.suppliers_contradiction_sites()}
                </LinkButton>
              </>
            )
          }
        >
          <ContradictingFactsTable
            facts={rest.contradicting}
            sourceOf={(source) => <SourceNote source={sources[source ?? '']} base={base} />}
          />
        </Section>
      )}
      <Section
        title={m.suppliers_facts_title()}
        lead={m.suppliers_facts_lead()}
        actions={
          mayEdit && (
            <LinkButton to={`${page}/edit`} icon="edit" size="sm">
              {m.suppliers_edit()}
            </LinkButton>
          )
        }
      >
        <KnownOnNotice knownOn={knownOn} page={page} />
        <FactList projection={projection} gathered={rest.gathered} sources={sources} sectors={sectors} base={base} page={page} />
        <KnownOnForm knownOn={knownOn} />
      </Section>
    </>
  );
}

/** Where pressing a row of the waterfall leads: to its step on the page of the calculation. */
function stepsOf(result: Extract<Scored, { status: 'scored' }>, scorePage: string) {
  const ids = { components: result.components.map(({ id }) => id), domains: result.domains.map(({ domain }) => domain) };
  return (rowId: string) => {
    const href = waterfallHref(rowId, ids);
    return href?.startsWith('#') ? scorePage + href : href;
  };
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
