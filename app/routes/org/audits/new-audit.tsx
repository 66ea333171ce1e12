import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { planAudit } from '~/audits/planning/plan-audit.server';
import { PlanForm } from '~/audits/planning/plan-form';
import { readPlanChoices } from '~/audits/planning/read-plan-choices.server';
import { planFields } from '~/audits/planning/schema';
import { auditRefusalLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { ChooseSupplier } from '~/suppliers/choices/choose-supplier';
import { takeSiteStep } from '~/suppliers/sites/site-step.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { givenText } from '~/platform/http/given-text';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'plan:audit');
  const url = new URL(request.url).searchParams;
  const chosen = url.get('supplier')?.trim() ?? '';
  const choices = chosen
    ? await member.inOrganization((db) => readPlanChoices(db, { supplierPublicId: chosen, followsId: url.get('follows') ?? undefined }))
    : null;
  return {
    ...(await foundByAddress({ request, params })),
    choices,
    userId: member.user.id,
    mayAdd: member.can('edit:supplier'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'plan:audit');
  const form = await readForm(request);
  const step = await takeSiteStep(form, {
    ...{ name: 'site', supplierPublicId: givenText(form, 'supplier'), request, params },
    afterwards: (db, { supplierPartyId, userId }) =>
      scoreSuppliers(db, { partyIds: [supplierPartyId], asOf: new Date().toISOString().slice(0, 10), userId }),
  });
  if (step) return data(step, { status: step.isRefused ? 422 : 200 });
  const read = parseForm(form, planFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const { supplier, site, previous, lead, ...plan } = read.value;
  const planned = await member.inOrganization((db) =>
    planAudit(
      db,
      { ...plan, supplierPublicId: supplier, sitePublicId: site ?? null, previousAuditId: previous ?? null, leadId: lead },
      { userId: member.user.id },
    ),
  );
  if (planned.kind === 'refused') return data({ failure: formFailure(form, { '': [auditRefusalLabel(planned.code)] }) }, { status: 422 });
  return redirect(`/o/${member.organization.slug}/audits/${planned.auditId}`, 303);
}

export const meta: MetaFunction = () => [{ title: `${m.audits_plan()} · Manumit` }];

export default function NewAudit() {
  const { choices, userId, mayAdd, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-prose">
      <PageHeader
        title={m.audits_plan()}
        breadcrumbs={[{ label: m.audits_title(), to: `${base}/audits` }, { label: m.audits_plan() }]}
        {...(choices ? { lead: choices.supplier.name } : {})}
      />
      {choices ? (
        <>
          <p className="mb-4">
            <Link to={`${base}/audits/new`}>{m.audits_choose_other()}</Link>
          </p>
          <PlanForm choices={choices} userId={userId} mayAddSite={mayAdd} failure={reply?.failure} />
        </>
      ) : (
        <ChooseSupplier name="supplier" label={m.audits_whom()} form="audit" mayAdd={mayAdd} />
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
