import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { readSignedPlans } from '~/audits/entries/read-signed-plans.server';
import { entryKinds } from '~/audits/entries/entries';
import { findAudit } from '~/audits/planning/find-audit.server';
import { readRecordStatus } from '~/audits/entries/read-record-status.server';
import { entryKindLabel } from '~/audits/entries/labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const status = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role });
    if (!audit) return null;
    const plans = await readSignedPlans(db, audit);
    return {
      ...(await readRecordStatus(db, audit, { userId: member.user.id })),
      plans: plans.map(({ key, plan, hash, site, auditor }) => ({ key, hash, version: plan.version, site: site.by, auditor: auditor.by })),
      base: `/o/${member.organization.slug}/audits/${audit.id}`,
    };
  });
  if (!status) throw notFound();
  return { ...status, kinds: entryKinds.map((kind) => ({ kind, count: status.counts[kind] })) };
}

export default function AuditRecordPage() {
  const { kinds, conflicts, receipts, plans, base } = useLoaderData<typeof loader>();
  if (receipts.length === 0) return <EmptyState title={m.audits_record_empty_title()}>{m.audits_record_empty_text()}</EmptyState>;
  return (
    <>
      {conflicts.length > 0 && (
        <Notice tone="warning" title={m.audits_conflicts_count({ conflicts: conflicts.length })}>
          {conflicts.map(({ kind, key }) => `${entryKindLabel(kind)}: ${key}`).join('; ')}
        </Notice>
      )}
      <Section title={m.audits_record_kinds()} lead={m.audits_record_lead()}>
        <KeyValueList
          columns={2}
          pairs={kinds.map(({ kind, count }) => ({ key: kind, label: entryKindLabel(kind), value: formatNumber(count) }))}
        />
      </Section>
      {plans.length > 0 && (
        <Section title={m.closing_plan_server_list()} lead={m.closing_plan_server_list_lead()}>
          <DataTable
            caption={m.closing_plan_server_list()}
            rows={plans}
            rowKey={({ key }) => key}
            columns={[
              { key: 'version', header: m.closing_plan_title(), cell: ({ version }) => m.closing_plan_version({ version }) },
              { key: 'site', header: m.closing_plan_site_signs(), wraps: true, cell: ({ site }) => <bdi>{site}</bdi> },
              { key: 'auditor', header: m.closing_plan_auditor_signs(), wraps: true, cell: ({ auditor }) => <bdi>{auditor}</bdi> },
              {
                key: 'hash',
                header: m.closing_plan_hash(),
                cell: ({ hash }) => <code className="text-xs break-all">{hash}</code>,
                wraps: 'short',
                isWideOnly: true,
              },
              { key: 'pdf', header: m.closing_plan_pdf(), cell: ({ key }) => <a href={`${base}/closing-plans/${key}`}>PDF</a> },
            ]}
          />
        </Section>
      )}
      <Section title={m.audits_receipts()} lead={m.audits_receipts_lead()}>
        <DataTable
          caption={m.audits_receipts()}
          rows={receipts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', header: m.audits_receipt_at(), cell: ({ receivedAt }) => <MomentText value={receivedAt} /> },
            { key: 'by', header: m.audits_receipt_by(), cell: ({ by }) => <bdi>{by}</bdi> },
            {
              key: 'clock',
              header: m.audits_receipt_clock(),
              wraps: true,
              cell: ({ clock }) =>
                clock && (
                  <>
                    <MomentText value={clock.first} /> – <MomentText value={clock.last} />
                    {clock.isWrong && <span className="block text-warning">{m.audits_receipt_clock_wrong()}</span>}
                  </>
                ),
            },
            { key: 'entries', header: m.audits_receipt_entries(), align: 'end', cell: ({ entries }) => formatNumber(entries) },
            {
              key: 'hash',
              header: m.audits_receipt_hash(),
              cell: ({ hash }) => <code className="text-xs break-all">{hash}</code>,
              wraps: 'short',
              isWideOnly: true,
            },
          ]}
        />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
