import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listShares } from '~/findings/site-sharing/read-share.server';
import { ShareList } from '~/findings/site-sharing/share-page';
import { readAudit } from '~/audits/planning/read-audit.server';
import { announcementLabel, auditStatusLabel, auditTypeLabel } from '~/audits/planning/labels';
import { raiseHref } from '~/platform/navigation/raise-href';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { Tabs } from '~/ui/tabs';
import { formatDate } from '~/ui/format';
import { DateText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const audit = await member.inOrganization((db) =>
    readAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role }),
  );
  if (!audit) throw notFound();
  const shares = await member.inOrganization((db) => listShares(db, { auditId: audit.id }));
  const own = audit.team.find(({ userId }) => userId === member.user.id);
  const isRecorder = member.can('record:audit') && (own?.part === 'lead' || own?.part === 'assessor');
  const isOnTeam = audit.team.some(({ userId }) => userId === member.user.id);
  return {
    audit: {
      ...{ id: audit.id, number: audit.number, type: audit.type, announcement: audit.announcement, status: audit.status },
      ...{ startsOn: audit.startsOn, endsOn: audit.endsOn, supplier: audit.supplier, site: audit.site },
      ...{ returned: audit.returned, cancelledReason: audit.cancelledReason },
    },
    shares,
    mayFollow: audit.status === 'approved' && member.can('plan:audit'),
    mayShare: audit.status === 'approved' && member.can('edit:finding'),
    base: `/o/${member.organization.slug}`,
    mayRaise: member.can('raise:override') || isRecorder,
    isRecording: isOnTeam && member.can('record:audit'),
    mayRecord: isOnTeam && member.can('record:audit') && (audit.status === 'planned' || audit.status === 'on-site'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.audits_named({ number: loaded?.audit.number ?? '' })} · ${loaded?.audit.supplier.name ?? ''} · Manumit` },
];

export default function AuditLayout() {
  const { audit, base, shares, mayFollow, mayShare, isRecording, mayRecord, mayRaise } = useLoaderData<typeof loader>();
  const here = `${base}/audits/${audit.id}`;
  return (
    <>
      <PageHeader
        title={m.audits_named({ number: audit.number })}
        breadcrumbs={[{ label: m.audits_title(), to: `${base}/audits` }, { label: audit.number }]}
        meta={
          <>
            <Link to={`${base}/suppliers/${audit.supplier.publicId}`}>
              <bdi>{audit.supplier.name}</bdi>
            </Link>
            {audit.site && (
              <Link to={`${base}/sites/${audit.site.publicId}`}>
                <bdi>{audit.site.name}</bdi>
              </Link>
            )}
            <strong className="text-ink">{auditStatusLabel(audit.status)}</strong>
            <span>{auditTypeLabel(audit.type)}</span>
            <span>{announcementLabel(audit.announcement)}</span>
            <span>
              <DateText value={audit.startsOn} /> – <DateText value={audit.endsOn} />
            </span>
          </>
        }
        actions={
          <>
            {mayRecord && (
              <LinkButton to={`${here}/on-site`} variant="primary" icon="edit" reloadDocument>
                {m.audits_record_open()}
              </LinkButton>
            )}
            {mayFollow && (
              <LinkButton to={`${base}/audits/new?supplier=${audit.supplier.publicId}&follows=${audit.id}`} icon="add">
                {m.audits_follow_plan()}
              </LinkButton>
            )}
            {mayRaise && (
              <LinkButton to={raiseHref(`${base}/suppliers/${audit.supplier.publicId}`, { kind: 'audit', id: audit.id })}>
                {m.override_waivers_raise()}
              </LinkButton>
            )}
            {mayShare && <LinkButton to={`${base}/site-sharing/new?audit=${audit.id}`}>{m.site_sharing_share()}</LinkButton>}
          </>
        }
      />
      {(audit.returned || audit.cancelledReason) && (
        <div className="mb-4 grid grid-cols-1 gap-3">
          {audit.returned && (
            <Notice
              tone="warning"
              title={
                audit.returned.by === null
                  ? m.audit_review_returned_on({ date: formatDate(audit.returned.at) })
                  : m.audit_review_returned_by({ name: audit.returned.by, date: formatDate(audit.returned.at) })
              }
              actions={<Link to={`${here}/review`}>{m.audit_review_go_review()}</Link>}
            >
              <bdi>{audit.returned.reason}</bdi>
            </Notice>
          )}
          {audit.cancelledReason && <Notice tone="warning">{m.audits_cancelled_because({ reason: audit.cancelledReason })}</Notice>}
        </div>
      )}
      <ShareList shares={shares} base={base} />
      <Tabs
        label={m.audits_tabs()}
        tabs={[
          { to: here, label: m.audits_tab_plan(), end: true },
          { to: `${here}/record`, label: m.audits_tab_record() },
          ...(isRecording ? [{ to: `${here}/samples`, label: m.bulk_samples_tab() }] : []),
          ...(audit.status === 'planned' ? [] : [{ to: `${here}/review`, label: m.audit_review_tab() }]),
          { to: `${here}/conclusion`, label: m.audits_tab_conclusion() },
          { to: `${here}/reports`, label: m.audit_report_tab() },
        ]}
      />
      <Outlet />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
