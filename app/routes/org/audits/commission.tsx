import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CommissionPage } from '~/audits/commissions/commission-page';
import { conflictSubject, findCommission, readMessages } from '~/audits/commissions/find-commission.server';
import { handleCommissionAction } from '~/audits/commissions/handle-commission-action.server';
import { commissionName, commissionStatusLabel } from '~/audits/commissions/labels';
import { readConflicts } from '~/audits/independence/decisions.server';
import { reportOfCommission } from '~/sharing/attached-reports/commissioned-supplier.server';
import { listRecorders } from '~/audits/planning/read-audit.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { answerAct } from '~/platform/forms/answer-act.server';
import { readForm } from '~/platform/forms/read-form.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:commission');
  const organizationId = member.organization.id;
  const commissionId = param(params, 'commissionId');
  const read = await member.inOrganization(async (db) => {
    const commission = await findCommission(db, { commissionId, organizationId });
    if (!commission) return null;
    const isFirm = commission.side === 'firm';
    const people = isFirm ? await listRecorders(db) : [];
    const assigned = commission.plan?.auditors ?? [];
    return {
      commission,
      report: isFirm ? null : await reportOfCommission(db, { commissionId, organizationId }),
      messages: await readMessages(db, commissionId),
      conflicts: isFirm ? await readConflicts(db, conflictSubject(commission, organizationId)) : [],
      team: assigned.map((each) => ({ ...each, name: people.find(({ id }) => id === each.userId)?.name ?? '—' })),
      free: people.filter(({ id }) => !assigned.some(({ userId }) => userId === id)),
    };
  });
  if (!read) throw notFound();
  return {
    ...read,
    checklists: read.commission.checklists.map((key) => localizedInstrument(key, getLocale()).title.text),
    ...{ userId: member.user.id, mayEdit: member.can('edit:commission'), mayDecide: member.can('approve:audit') },
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:commission');
  const commissionId = param(params, 'commissionId');
  const done = await handleCommissionAction(member, { commissionId, form: await readForm(request), now: new Date() });
  return answerAct(done, `/o/${member.organization.slug}/commissions/${commissionId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: read }) => [
  { title: `${read ? commissionName(read.commission) : m.commissions_title()} · Manumit` },
];

export default function Commission() {
  const read = useLoaderData<typeof loader>();
  const { commission, base } = read;
  const title = commissionName(commission);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: m.commissions_title(), to: `${base}/commissions` }, { label: title }]}
        meta={<span>{commissionStatusLabel(commission.status, commission.side)}</span>}
      />
      <CommissionPage {...read} reply={useActionData<typeof action>() ?? null} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
