import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useNavigation } from '@remix-run/react';
import { type Component, evidenceGradeSchema, type HasScore } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { Waterfall } from '~/documents/charts/waterfall';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { raiseHref } from '~/platform/navigation/raise-href';
import { waterfallHref } from '~/risk/scores/addresses';
import { CheckNotice } from '~/risk/scores/check-notice';
import { ContradictingFactsTable } from '~/risk/scores/contradicting-facts-table';
import { CountedAnswersShown } from '~/risk/scores/counted-answers';
import { EarlierScore } from '~/risk/scores/earlier-score';
import { paidLabel } from '~/suppliers/registry/gathered-labels';
import { MissingFacts } from '~/risk/scores/missing-facts';
import { NotScored } from '~/risk/scores/not-scored';
import { OverrideList } from '~/risk/scores/override-list';
import { readScore } from '~/risk/scores/read-score.server';
import { ScoreHistory } from '~/risk/scores/score-history';
import { type ShownScore, scorePage } from '~/risk/scores/score-page.server';
import { LowerScoreTable } from '~/risk/scores/sensitivity-tables';
import { ScoreSummary } from '~/risk/scores/score-summary';
import { ComponentTable, DomainTable, FindingShares } from '~/risk/scores/score-tables';
import { FactSource } from '~/risk/scores/step-source';
import { TraceTree } from '~/risk/scores/trace-tree';
import { factOfComponent } from '~/risk/scores/labels';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { FoldedSection } from '~/ui/fold';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:supplier');
  const { searchParams } = new URL(request.url);
  const scoreId = searchParams.get('score');
  const evidence = evidenceGradeSchema.catch('document-checked').parse(searchParams.get('evidence'));
  const page = await inOrganization((db) => scorePage(db, { supplierPublicId: param(params, 'supplierId'), scoreId, evidence }));
  if (!page) throw notFound();
  return {
    ...page,
    slug: organization.slug,
    canScore: can('run:score'),
    canEdit: can('edit:supplier'),
    mayRaise: can('raise:override'),
    isTreeOpen: searchParams.get('steps') === 'all',
    scoreId,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organization, user, inOrganization } = await requireMember(request, params, 'run:score');
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const fresh = await inOrganization(async (db) => {
    const read = await readScore(db, { supplierPublicId: param(params, 'supplierId') });
    if (!read) return null;
    return scoreSuppliers(db, { partyIds: [read.supplier.partyId], asOf, userId: user.id });
  });
  if (fresh === null) throw notFound();
  return redirectWithFlash(`/o/${organization.slug}/suppliers/${param(params, 'supplierId')}/score`, {
    tone: fresh > 0 ? 'success' : 'info',
    text: fresh > 0 ? m.method_scored_again() : m.method_scored_same(),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m.method_score_of({ supplier: data.supplier.name })} · Manumit` : 'Manumit' },
];

export default function ScorePage() {
  const { supplier, shown, history, isNewest, slug, canScore, canEdit, mayRaise } = useLoaderData<typeof loader>();
  const base = `/o/${slug}/suppliers/${supplier.publicId}`;
  const editTo = canEdit ? `${base}/edit` : null;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2" data-print="none">
        <p className="flex flex-wrap gap-x-4 text-muted">
          {shown && (
            <>
              <span>{m.method_as_of({ date: formatDate(shown.asOf) })}</span>
              <span>{m.method_version({ version: shown.engineVersion })}</span>
            </>
          )}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          {canScore && <ScoreAgain isFirst={shown === null} />}
          {mayRaise && <LinkButton to={raiseHref(base)}>{m.override_waivers_raise()}</LinkButton>}
          <LinkButton to={`/o/${slug}/what-if`} variant="quiet">
            {m.what_if_what_if()}
          </LinkButton>
          <LinkButton to="/methodology" variant="quiet" icon="method">
            {m.method_read_method()}
          </LinkButton>
        </div>
      </div>
      {!isNewest && (
        <div className="mb-6">
          <Notice title={m.method_older_score()} actions={<Link to="?">{m.method_newest_score()}</Link>} />
        </div>
      )}
      {shown === null && <EmptyState title={m.method_never_scored()}>{m.method_never_scored_text()}</EmptyState>}
      {shown?.kind === 'earlier' && <EarlierScore result={shown.result} version={shown.engineVersion} asOf={shown.asOf} />}
      {shown?.kind === 'current' && <ScoreParts shown={shown} editTo={editTo} />}
      {shown && (
        <Section id="history" title={m.method_history_title()} lead={m.method_history_lead()}>
          <ScoreHistory rows={history} current={shown.id} />
        </Section>
      )}
    </>
  );
}

function ScoreAgain({ isFirst }: { isFirst: boolean }) {
  const { state, formMethod } = useNavigation();
  return (
    <Form method="post">
      <Button variant={isFirst ? 'primary' : 'secondary'} busy={state !== 'idle' && formMethod === 'POST'}>
        {isFirst ? m.method_score_now() : m.method_score_again()}
      </Button>
    </Form>
  );
}

function ScoreParts({ shown, editTo }: { shown: ShownScore; editTo: string | null }) {
  const { slug, supplier, place } = useLoaderData<typeof loader>();
  const { result, instrument, findings, sensitivity, sourceLinks, factSources } = shown;
  const isScored = result.status === 'scored';
  // Recorded recruitment costs take precedence over countries of origin as the source of debt.
  const refOf = (id: Component['id']) => (id === 'debt' ? factSources.recruitmentCost : undefined) ?? factSources[factOfComponent[id]];
  const sourceOf = (id: Component['id']) => (
    <>
      {id === 'debt' && shown.paid && <span className="block">{paidLabel(shown.paid)}</span>}
      <FactSource source={refOf(id)} sourceLinks={sourceLinks} slug={slug} />
    </>
  );
  return (
    <>
      {isScored ? <ScoreSummary result={result} place={place} /> : <NotScored editTo={editTo} />}
      {result.overrides.length + result.ignoredLiftings.length > 0 && (
        <Section
          id="overrides"
          title={m.supplier_report_overrides_title()}
          lead={m.supplier_report_overrides_lead()}
          actions={<Link to={`/o/${slug}/suppliers/${supplier.publicId}/score/overrides`}>{m.override_waivers_do()}</Link>}
        >
          <OverrideList overrides={result.overrides} ignoredLiftings={result.ignoredLiftings} base={`/o/${slug}`} />
        </Section>
      )}
      {isScored && (
        <Section id="waterfall" title={m.method_waterfall_title()} lead={m.method_waterfall_lead()}>
          <Waterfall result={result} hrefFor={(rowId) => waterfallHref(rowId, rowsOf(result))} />
        </Section>
      )}
      {isScored && (
        <Section id="missing" title={m.method_missing_title()}>
          <MissingFacts missing={result.missing} sensitivity={sensitivity} editTo={editTo} />
        </Section>
      )}
      {sensitivity && (
        <FoldedSection id="lower" title={m.what_if_lower_title()} lead={m.what_if_lower_lead()}>
          <LowerScoreTable sensitivity={sensitivity} base={`/o/${slug}`} supplier={supplier.publicId} />
        </FoldedSection>
      )}
      {isScored && (
        <FoldedSection id="components" title={m.method_components_title()} lead={m.method_components_lead()}>
          <ComponentTable components={result.components} sourceOf={sourceOf} />
        </FoldedSection>
      )}
      {shown.contradicting.length > 0 && (
        <FoldedSection id="contradicting" title={m.suppliers_contradiction_title()} lead={m.suppliers_contradiction_lead()}>
          <ContradictingFactsTable
            facts={shown.contradicting}
            sourceOf={(source) => <FactSource source={source} sourceLinks={sourceLinks} slug={slug} />}
          />
        </FoldedSection>
      )}
      {isScored && (
        <FoldedSection id="domains" title={m.method_domains_title()} lead={instrument === null ? undefined : m.method_domains_lead()}>
          {instrument === null ? (
            <p className="text-muted">
              {m.method_domains_none()} <Link to={`/o/${slug}/suppliers/${supplier.publicId}`}>{m.method_domains_ask()}</Link>
            </p>
          ) : (
            <DomainTable domains={result.domains} />
          )}
        </FoldedSection>
      )}
      {isScored && shown.counted && shown.counted.questionnaires.length > 0 && (
        <FoldedSection
          id="counted"
          title={m.method_counted_title()}
          lead={shown.counted.questionnaires.length > 1 ? m.method_counted_lead() : undefined}
        >
          <CountedAnswersShown counted={shown.counted} base={`/o/${slug}`} />
        </FoldedSection>
      )}
      {isScored && findings.length > 0 && (
        <FoldedSection id="findings" title={m.method_findings_title()} lead={m.method_findings_lead()}>
          <FindingShares result={result} findings={findings} href={(id) => `/o/${slug}/findings/${id}`} />
        </FoldedSection>
      )}
      {isScored && result.contradictions.length > 0 && (
        <FoldedSection id="contradictions" title={m.method_contradictions_title()} lead={m.method_contradictions_lead()}>
          <ul className="grid list-disc gap-1 ps-5">
            {result.contradictions.map(({ code, text, questions }) => (
              <li key={`${code} ${questions.join(' ')}`}>
                {text} <span className="text-xs text-muted">{questions.join(', ')}</span>
              </li>
            ))}
          </ul>
        </FoldedSection>
      )}
      <Calculation shown={shown} />
    </>
  );
}

/** The rows of the waterfall that lead to a step. */
const rowsOf = ({ components, domains }: HasScore) => ({
  components: components.map(({ id }) => id),
  domains: domains.map(({ domain }) => domain),
});

function Calculation({ shown }: { shown: ShownScore }) {
  const { slug, supplier, isTreeOpen, scoreId } = useLoaderData<typeof loader>();
  const { recomputed, engineVersion, sourceLinks, answers, findings, questions } = shown;
  const query = new URLSearchParams({ ...(scoreId ? { score: scoreId } : {}), ...(isTreeOpen ? {} : { steps: 'all' }) });
  return (
    <FoldedSection
      id="calculation"
      isOpen={isTreeOpen}
      title={m.method_tree_title()}
      lead={m.method_tree_lead()}
      actions={
        recomputed.kind === 'recomputed' && (
          <Link to={`?${query}`} preventScrollReset>
            {isTreeOpen ? m.method_tree_close() : m.method_tree_open()}
          </Link>
        )
      }
    >
      <div className="mb-4">
        <CheckNotice recomputed={recomputed} stored={engineVersion} />
      </div>
      {recomputed.kind === 'recomputed' && (
        <TraceTree
          key={isTreeOpen ? 'open' : 'closed'}
          root={recomputed.trace}
          context={{ sourceLinks, answers, findings, questions, slug, publicId: supplier.publicId, isOpen: isTreeOpen }}
        />
      )}
    </FoldedSection>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
