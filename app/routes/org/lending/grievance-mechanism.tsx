import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleMechanismAction } from '~/lending/stakeholder-engagement/handle-mechanism-action.server';
import { MechanismForm, PeriodForm } from '~/lending/stakeholder-engagement/engagement-forms';
import { MechanismSection } from '~/lending/stakeholder-engagement/engagement-page';
import { readMechanism } from '~/lending/stakeholder-engagement/read-engagement.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { readPlace } from '~/platform/http/read-place';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.mechanismNumber) };
  const read = await member.inOrganization((db) => readMechanism(db, of));
  if (!read) throw notFound();
  return {
    read,
    mayEdit: member.can('edit:deal') && !read.isClosed,
    casesPath: member.can('open:sensitive-case') ? `/o/${member.organization.slug}/sensitive-cases/new` : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.mechanismNumber) };
  const done = await handleMechanismAction(member, { of, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused') return data({ intent: done.intent, failure: done.failure }, { status: 422 });
  return redirectWithFlash(
    `/o/${member.organization.slug}/deals/${of.dealId}/review/stakeholder-engagement/grievance-mechanisms/${of.number}`,
    {
      tone: 'success',
      text: done.message,
    },
  );
}

export default function GrievanceMechanismPage() {
  const { read, mayEdit, casesPath } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const failureOf = (intent: string) => (refused?.intent === intent ? refused.failure : undefined);
  const { mechanism, periods } = read;
  return (
    <div className="grid grid-cols-1 gap-8">
      <MechanismSection read={read} casesPath={casesPath} />
      {mayEdit && (
        <>
          <Section title={m.stakeholder_engagement_add_period()} lead={m.stakeholder_engagement_period_lead()} id="period">
            <PeriodForm key={periods.length} failure={failureOf('period')} submit={m.stakeholder_engagement_add_period()} />
          </Section>
          <Section title={m.stakeholder_engagement_change()} lead={m.stakeholder_engagement_correct_lead()} id="change">
            <MechanismForm
              key={mechanism.version}
              failure={failureOf('mechanism')}
              saved={mechanism}
              seen={mechanism.version}
              submit={m.stakeholder_engagement_change()}
            />
          </Section>
        </>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
