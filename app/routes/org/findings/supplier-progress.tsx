import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { ActionTable } from '~/findings/corrective-actions/action-table';
import { readProgress } from '~/activity-log/read-progress.server';
import { actionStatusLabel } from '~/findings/corrective-actions/labels';
import { peopleOf } from '~/findings/findings/finding-lists';
import { extentLabel, gradeLabel, peopleLabel, statusLabel } from '~/findings/findings/labels';
import { ReplyWords } from '~/findings/right-of-reply/reply-labels';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:finding');
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const asked = z.iso.date().safeParse(new URL(request.url).searchParams.get('since')).data;
  const since = asked ?? new Date(now - 30 * 86_400_000).toISOString().slice(0, 10);
  const read = await inOrganization(async (db) => {
    const [head, partyId] = [await readSupplierHead(db, params.supplierId), await findSupplierId(db, params.supplierId)];
    return head && partyId ? { name: head.name, ...(await readProgress(db, { partyId, since, today })) } : null;
  });
  if (!read) throw notFound();
  // The page is printed and passed on: it contains no count of a small group.
  const findings = read.findings.map(({ peopleAffected, isPeopleUnknown, ...finding }) => {
    const people = peopleOf({ peopleAffected, isPeopleUnknown });
    return { ...finding, people: typeof people === 'number' && people > 0 && people < smallestGroup ? ('under-5' as const) : people };
  });
  return {
    ...read,
    findings,
    since,
    today,
    base: `/o/${organization.slug}`,
    organization: organization.name,
    supplierId: param(params, 'supplierId'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.corrective_actions_progress()} · ${data?.name ?? ''} · Manumit` },
];

export default function Progress() {
  const { name, organization, findings, counts, changes, since, today, base, supplierId } = useLoaderData<typeof loader>();
  const page = `${base}/suppliers/${supplierId}`;
  return (
    <>
      <PageHeader
        title={m.corrective_actions_progress_of({ supplier: name })}
        lead={m.corrective_actions_progress_lead({ date: formatDate(today), organization })}
        breadcrumbs={[
          { label: m.shell_nav_suppliers(), to: `${base}/suppliers` },
          { label: name, to: page },
          { label: m.corrective_actions_title(), to: `${page}/corrective-actions` },
          { label: m.corrective_actions_progress() },
        ]}
      />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-2">
        <Field type="date" name="since" label={m.corrective_actions_progress_since()} defaultValue={since} />
        <Button>{m.shell_apply()}</Button>
      </Form>
      {findings.length === 0 ? (
        <EmptyState title={m.method_findings_none()} actions={<Link to={`${page}/findings`}>{m.findings_record()}</Link>} />
      ) : (
        <>
          <KeyValueList
            columns={2}
            pairs={[
              { key: 'findings', label: m.shell_nav_findings(), value: formatNumber(findings.length) },
              { key: 'pending', label: actionStatusLabel('pending'), value: formatNumber(counts.pending) },
              { key: 'progress', label: actionStatusLabel('in-progress'), value: formatNumber(counts.inProgress) },
              { key: 'completed', label: actionStatusLabel('completed'), value: formatNumber(counts.completed) },
              { key: 'verified', label: actionStatusLabel('verified'), value: formatNumber(counts.verified) },
              {
                key: 'overdue',
                label: m.corrective_actions_when_overdue(),
                value:
                  counts.overdue > 0 ? (
                    <strong className="font-semibold text-danger">{formatNumber(counts.overdue)}</strong>
                  ) : (
                    formatNumber(0)
                  ),
              },
            ]}
          />
          {findings.map((finding, index) => (
            <section key={finding.id} className="mt-8 break-inside-avoid">
              <h2 className="max-w-prose border-b border-line pb-2 text-base">
                {formatNumber(index + 1)}. <span lang={finding.lang}>{finding.title}</span>
              </h2>
              <p className="my-2 flex flex-wrap gap-x-4 text-muted">
                <strong className="font-semibold text-ink">{gradeLabel(finding.grade)}</strong>
                <span>{statusLabel(finding.status)}</span>
                {finding.extent && <span>{extentLabel(finding.extent)}</span>}
                {finding.people !== null && <span>{m.findings_people_line({ people: peopleLabel(finding.people) })}</span>}
                <Link to={`${base}/findings/${finding.id}`} data-print="none">
                  {m.corrective_actions_progress_open()}
                </Link>
              </p>
              {finding.replies.map((reply) => (
                <div key={reply.id} className="mb-3">
                  <ReplyWords reply={reply} />
                </div>
              ))}
              <ActionTable
                rows={finding.actions}
                base={base}
                withSupplier={false}
                empty={<p className="text-muted">{m.corrective_actions_none_of_finding()}</p>}
              />
            </section>
          ))}
          <Section title={m.corrective_actions_progress_changed({ date: formatDate(since) })} id="changed">
            <ActivityTimeline events={changes} base={base} empty={m.corrective_actions_progress_unchanged()} />
          </Section>
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
