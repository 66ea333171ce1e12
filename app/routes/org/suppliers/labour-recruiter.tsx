import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { ResponseSection } from '~/suppliers/labour-recruiters/assessment-section';
import { CertificationSection } from '~/suppliers/labour-recruiters/certification-section';
import { ComplaintSection } from '~/suppliers/labour-recruiters/complaint-section';
import { CorridorSection } from '~/suppliers/labour-recruiters/corridor-section';
import { LabourRecruiterFields } from '~/suppliers/labour-recruiters/labour-recruiter-fields';
import { LicenceSection } from '~/suppliers/labour-recruiters/licence-section';
import { readRecruiterPage } from '~/suppliers/labour-recruiters/read-recruiter-page.server';
import { readReviews } from '~/risk/recruiter-reviews/read-reviews.server';
import { RelationSection } from '~/suppliers/labour-recruiters/relation-section';
import { ReviewSection } from '~/risk/recruiter-reviews/review-section';
import { saveAndScore } from '~/suppliers/labour-recruiters/save-and-score.server';
import { SanctionSection } from '~/suppliers/labour-recruiters/sanction-section';
import { StatusSection } from '~/suppliers/labour-recruiters/status-section';
import { takePartyStep } from '~/suppliers/party-step/take-party-step.server';
import { FactHistory } from '~/suppliers/registry/fact-history';
import { factText, labelIn } from '~/suppliers/facts/fact-labels';
import { KnownOnForm, KnownOnNotice } from '~/suppliers/registry/known-on-form';
import { SourceNote } from '~/suppliers/facts/source-note';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { formatDate } from '~/ui/format';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';

const daySchema = z.iso.date();

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const day = daySchema.safeParse(search.get('known-on'));
  const knownOn = day.success ? day.data : null;
  const today = new Date().toISOString().slice(0, 10);
  return member.inOrganization(async (db) => {
    const page = await readRecruiterPage(db, { publicId: params.labourRecruiterId, userId: member.user.id, today, knownOn });
    if (!page) throw notFound();
    const activity = member.can('read:activity') ? await listActivity(db, { recordId: page.head.partyId, limit: 100 }) : null;
    const reviews = knownOn === null && member.can('read:response') ? await readReviews(db, page.head) : null;
    return {
      ...page,
      reviews,
      may: { open: member.can('open:response'), ask: member.can('ask:supplier') },
      knownOn,
      today,
      editing: search.get('edit'),
      events: activity?.events ?? null,
      base: `/o/${member.organization.slug}`,
      mayEdit: member.can('edit:supplier') && knownOn === null,
      mayRaise: member.can('raise:override') && knownOn === null,
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const form = await readForm(request);
  const step = await takePartyStep(form, { name: 'other', request, params });
  if (step) return data({ intent: 'relate', failure: step.failure, known: step.known }, { status: step.isRefused ? 422 : 200 });
  const saved = await member.inOrganization((db) =>
    saveAndScore(db, { publicId: params.labourRecruiterId, form, userId: member.user.id, now: new Date() }),
  );
  if (saved.kind === 'unknown') throw notFound();
  if (saved.kind === 'nonsense') throw badRequest('intent');
  if (saved.kind === 'refused') return data({ intent: saved.intent, failure: saved.failure }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/labour-recruiters/${params.labourRecruiterId}`, saved.flash);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.head.name ?? ''} · Manumit` }];

export default function LabourRecruiterPage() {
  const loaded = useLoaderData<typeof loader>();
  const { head, facts, saved, licences, certifications, assessments, sanctions, complaints, corridors } = loaded;
  const { decided, proposed, relations, history } = loaded;
  const { events, base, knownOn, today, mayEdit, mayRaise } = loaded;
  const newest = events?.[0];
  const [latest] = history.facts;
  const reply = useActionData<typeof action>();
  const page = `${base}/labour-recruiters/${head.publicId}`;
  const sources = { base, byId: loaded.sources };
  const failureOf = (...intents: string[]) => (reply && intents.includes(reply.intent) ? reply.failure : null);
  const lineState = (intent: string) => ({
    failure: failureOf(intent),
    editing: loaded.editing ? { entryId: loaded.editing } : null,
    page,
  });
  return (
    <>
      <PageHeader
        title={head.name}
        breadcrumbs={[{ label: m.supply_links_nav_providers(), to: `${base}/labour-recruiters` }, { label: head.name }]}
        meta={<span>{m.suppliers_id({ id: head.publicId })}</span>}
      />
      <Section title={m.suppliers_facts_title()}>
        <KnownOnNotice knownOn={knownOn} page={page} />
        <KnownOnForm knownOn={knownOn} />
        {facts.length === 0 && <p className="text-muted">{m.supply_links_provider_no_facts()}</p>}
        <KeyValueList
          columns={2}
          pairs={facts.map(({ field, value, source }) => ({
            key: field,
            label: labelIn('labourRecruiter', field),
            value: factText(field, value),
            note: <SourceNote source={source} base={base} />,
          }))}
        />
        {mayEdit && (
          <details className="mt-4" open={failureOf('edit') !== null}>
            <summary className="text-accent underline">{m.suppliers_edit()}</summary>
            <Form method="post" noValidate className="mt-4 grid max-w-3xl gap-4" action={page}>
              <ErrorSummary errors={failureOf('edit')?.errors} />
              <LabourRecruiterFields failure={failureOf('edit')} saved={saved} intent="edit" />
              <div>
                <Button name="intent" value="edit" variant="primary">
                  {m.suppliers_save()}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </Section>
      <StatusSection
        decided={decided}
        proposed={proposed}
        sources={sources}
        failure={failureOf('propose', 'reply', 'decide', 'reject', 'drop')}
        today={today}
        page={page}
        mayEdit={mayEdit}
      />
      {loaded.reviews && <ReviewSection reviews={loaded.reviews} publicId={head.publicId} base={base} may={loaded.may} />}
      <ResponseSection assessments={assessments} sources={sources} state={lineState('assessment')} mayEdit={mayEdit} />
      <LicenceSection licences={licences} sources={sources} state={lineState('licence')} mayEdit={mayEdit} />
      <CertificationSection certifications={certifications} sources={sources} state={lineState('certification')} mayEdit={mayEdit} />
      <SanctionSection sanctions={sanctions} sources={sources} state={lineState('sanction')} mayEdit={mayEdit} />
      <CorridorSection
        corridors={corridors}
        sources={sources}
        corridorState={lineState('corridor')}
        feeState={lineState('fee')}
        mayEdit={mayEdit}
      />
      <ComplaintSection complaints={complaints} sources={sources} state={lineState('complaints')} mayEdit={mayEdit} />
      <RelationSection
        {...relations}
        sources={sources}
        failure={failureOf('relate')}
        known={reply && 'known' in reply ? reply.known : []}
        today={today}
        page={page}
        mayEdit={mayEdit}
        raiseFrom={mayRaise ? head.publicId : null}
      />
      <FoldedSection id="facts" title={m.suppliers_sources_title()} status={latest && formatDate(latest.recordedAt)}>
        <FactHistory facts={history.facts} sectors={history.sectors} base={base} />
      </FoldedSection>
      {events && (
        <FoldedSection
          id="history"
          title={m.suppliers_history_title()}
          status={newest && formatDate(newest.at)}
          actions={<Link to={`${base}/settings/activity`}>{m.suppliers_history_all()}</Link>}
        >
          <ActivityTimeline events={events} />
        </FoldedSection>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
