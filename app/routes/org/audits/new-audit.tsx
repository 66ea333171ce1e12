import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { commissionRefusalLabel } from '~/audits/commissions/labels';
import { readCommissioned } from '~/audits/commissions/read-commissioned.server';
import { planCommissioned } from '~/audits/commissions/plan-commissioned.server';
import { planAudit } from '~/audits/planning/plan-audit.server';
import { PlanForm } from '~/audits/planning/plan-form';
import { readPlanChoices } from '~/audits/planning/read-plan-choices.server';
import { planFields } from '~/audits/planning/schema';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { ChooseSupplier } from '~/suppliers/choices/choose-supplier';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
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
  const commissioned = choices
    ? await readCommissioned(member, { commissionId: url.get('commission'), supplierPublicId: choices.supplier.publicId })
    : null;
  return {
    ...(await foundByAddress({ request, params })),
    choices,
    commissioned: commissioned?.prefill ?? null,
    userId: member.user.id,
    mayAdd: member.can('edit:supplier'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'plan:audit');
  const form = await readForm(request);
  const step = await takeSiteStep(form, {
    ...{ name: 'site', request, params },
    findSupplier: (db) => findSupplierId(db, givenText(form, 'supplier')),
    afterwards: (db, { supplierPartyId, userId }) =>
      scoreSuppliers(db, { partyIds: [supplierPartyId], asOf: new Date().toISOString().slice(0, 10), userId }),
  });
  if (step) return data(step, { status: step.isRefused ? 422 : 200 });
  const read = parseForm(form, planFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const { supplier, site, previous, lead, ...plan } = read.value;
  const whole = { ...plan, supplierPublicId: supplier, sitePublicId: site ?? null, previousAuditId: previous ?? null, leadId: lead };
  const by = { userId: member.user.id };
  const commissioned = await readCommissioned(member, {
    commissionId: new URL(request.url).searchParams.get('commission'),
    supplierPublicId: supplier,
  });
  const planned = await member.inOrganization((db) =>
    commissioned
      ? planCommissioned(db, commissioned.commission, { firmOrganizationId: member.organization.id, plan: whole, by })
      : planAudit(db, whole, by),
  );
  if (planned.kind === 'refused') return data({ failure: formFailure(form, { '': [commissionRefusalLabel(planned)] }) }, { status: 422 });
  return redirect(`/o/${member.organization.slug}/audits/${planned.auditId}`, 303);
}

export const meta: MetaFunction = () => [{ title: `${m.audits_plan()} · Manumit` }];

export default function NewAudit() {
  const { choices, commissioned, userId, mayAdd, base } = useLoaderData<typeof loader>();
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
            {commissioned ? (
              <Link to={`${base}/commissions/${commissioned.id}`}>{commissioned.name}</Link>
            ) : (
              <Link to={`${base}/audits/new`}>{m.audits_choose_other()}</Link>
            )}
          </p>
          <PlanForm choices={choices} commissioned={commissioned} userId={userId} mayAddSite={mayAdd} failure={reply?.failure} />
        </>
      ) : (
        <ChooseSupplier name="supplier" label={m.audits_whom()} form="audit" mayAdd={mayAdd} />
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
