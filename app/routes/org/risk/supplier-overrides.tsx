import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { decideWaiver } from '~/risk/overrides/decide-waiver.server';
import { OpenProposal, PastDecisions, ProposalForm } from '~/risk/overrides/waiver-forms';
import { proposeWaiver } from '~/risk/overrides/propose-waiver.server';
import { raiseHref } from '~/platform/navigation/raise-href';
import { readWaivers } from '~/risk/override-record/read-waivers.server';
import { decisionSchema, waiverGrades, proposalSchema } from '~/risk/overrides/schema';
import { OverrideList } from '~/risk/scores/override-list';
import { type AnyScore, readScore } from '~/risk/scores/read-score.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

const today = () => new Date(Date.now()).toISOString().slice(0, 10);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, can, inOrganization } = await requireMember(request, params, 'read:supplier');
  const read = await inOrganization(async (db) => {
    const found = await readScore(db, { supplierPublicId: param(params, 'supplierId') });
    if (!found) throw notFound();
    return { ...found, liftings: await readWaivers(db, { partyId: found.supplier.partyId, userId: user.id }) };
  });
  const { liftings } = read;
  return {
    name: read.supplier.name,
    base: `/o/${organization.slug}/suppliers/${read.supplier.publicId}`,
    slug: organization.slug,
    overrides: overridesOf(read.score),
    open: liftings.filter(({ state }) => state === 'open'),
    decided: liftings.filter(({ state }) => state !== 'open'),
    grades: waiverGrades(today()),
    mayPropose: can('propose:waiver'),
    mayDecide: can('decide:waiver'),
    mayRaise: can('raise:override'),
  };
}

/** Overrides of the newest score. A score of an earlier method is a document, and its overrides are never waived. */
const overridesOf = (score: AnyScore | null) => (score?.kind === 'current' ? score.result.overrides : []);

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const form = await readForm(request);
  return form.has('waiverId') ? decide(member, param(params, 'supplierId'), form) : propose(member, param(params, 'supplierId'), form);
}

type Caller = Awaited<ReturnType<typeof requireMember>>;
const pageOf = ({ organization }: Caller, supplierId: string) => `/o/${organization.slug}/suppliers/${supplierId}/score/overrides`;

const refusals = { 'not-in-force': m.override_waivers_error_not_in_force, 'already-proposed': m.override_waivers_error_already };

async function propose(member: Caller, supplierPublicId: string, form: FormData) {
  if (!member.can('propose:waiver')) throw forbidden();
  const parsed = parseForm(form, proposalSchema(today()));
  const read = await member.inOrganization((db) => readScore(db, { supplierPublicId }));
  if (!read) throw notFound();
  if (!parsed.ok) {
    const errors = Object.keys(parsed.errors).map((name) => [
      name,
      [name === 'evidence' ? m.override_waivers_error_evidence() : m.override_waivers_error_words()],
    ]);
    return data({ ...parsed, errors: Object.fromEntries(errors) as typeof parsed.errors }, { status: 422 });
  }
  const override = overridesOf(read.score).find(({ id }) => id === parsed.value.override);
  const { partyId } = read.supplier;
  const done = await member.inOrganization((db) =>
    proposeWaiver(db, { partyId, override, proposal: parsed.value, userId: member.user.id, now: new Date(Date.now()) }),
  );
  if (done.kind === 'refused') return data(formFailure(form, { '': [refusals[done.code]()] }), { status: 422 });
  return redirectWithFlash(pageOf(member, supplierPublicId), { tone: 'success', text: m.override_waivers_proposed_done() });
}

const decided = {
  approved: m.override_waivers_lifted_done,
  rejected: m.override_waivers_refused_done,
  withdrawn: m.override_waivers_withdrawn_done,
};
const notDecided = {
  'own-proposal': m.override_waivers_refusal_own,
  'not-proposer': m.override_waivers_refusal_other,
  'already-decided': m.override_waivers_refusal_decided,
};

async function decide(member: Caller, supplierPublicId: string, form: FormData) {
  const parsed = decisionSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw badRequest('waiverId and verdict are needed');
  const { waiverId, verdict } = parsed.data;
  if (!member.can(verdict === 'withdrawn' ? 'propose:waiver' : 'decide:waiver')) throw forbidden();
  const now = new Date(Date.now());
  const done = await member.inOrganization(async (db) => {
    const read = await readScore(db, { supplierPublicId });
    if (!read) throw notFound();
    return decideWaiver(db, { partyId: read.supplier.partyId, waiverId, verdict, userId: member.user.id, now });
  });
  if (done.kind === 'refused' && done.code === 'unknown') throw notFound();
  return redirectWithFlash(pageOf(member, supplierPublicId), {
    tone: done.kind === 'decided' ? 'success' : 'warning',
    text: done.kind === 'decided' ? decided[verdict]() : notDecided[done.code as keyof typeof notDecided](),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.override_waivers_title_of({ supplier: page?.name ?? '' })} · Manumit` },
];

export default function Overrides() {
  const { name, base, slug, overrides, open, decided: past, grades, mayPropose, mayDecide, mayRaise } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const failed = failure && 'values' in failure ? failure : undefined;
  return (
    <>
      <PageHeader
        title={m.override_waivers_title_of({ supplier: name })}
        lead={m.override_waivers_lead()}
        breadcrumbs={[
          { label: m.shell_nav_suppliers(), to: `/o/${slug}/suppliers` },
          { label: name, to: base },
          { label: m.method_score(), to: `${base}/score` },
          { label: m.supplier_report_overrides_title() },
        ]}
        actions={mayRaise && <LinkButton to={raiseHref(base)}>{m.override_waivers_raise()}</LinkButton>}
      />
      {failed?.errors[''] && <ErrorSummary errors={{ '': failed.errors[''] }} />}
      {overrides.length === 0 && (
        <EmptyState
          title={m.override_waivers_none()}
          actions={<LinkButton to={`${base}/score`}>{m.override_waivers_to_score()}</LinkButton>}
        >
          {m.override_waivers_none_text()}
        </EmptyState>
      )}
      {overrides.map((override) => {
        const proposed = open.find((each) => each.override === override.id);
        return (
          <div key={override.id} className="mb-6">
            <OverrideList overrides={[override]} ignoredLiftings={[]} base={`/o/${slug}`} />
            {proposed && <OpenProposal lifting={proposed} mayDecide={mayDecide} />}
            {!proposed && mayPropose && override.state === 'in-force' && (
              <ProposalForm
                override={override.id}
                grades={grades}
                failure={failed?.values.override?.[0] === override.id ? failed : undefined}
              />
            )}
          </div>
        );
      })}
      {past.length > 0 && (
        <Section id="past" title={m.override_waivers_past()}>
          <PastDecisions liftings={past} />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
