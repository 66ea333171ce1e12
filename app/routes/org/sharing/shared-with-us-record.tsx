import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { acceptOffer, refuseOffer } from '~/sharing/shared-access/answer-offer.server';
import { AttachReportSection } from '~/sharing/attached-reports/attach-report-section';
import { commissionedSupplier } from '~/sharing/attached-reports/commissioned-supplier.server';
import { handleReportAct } from '~/sharing/attached-reports/handle-report-act.server';
import { readAttachment } from '~/sharing/attached-reports/read-attached.server';
import { readSharedReport } from '~/sharing/shared-access/read-shared-report.server';
import { attachResponse, detachResponse } from '~/sharing/shared-access/attach-response.server';
import { SharedAccessFacts } from '~/sharing/shared-access/shared-access-facts';
import { lastDay } from '~/sharing/shared-access/last-day';
import { ReadLog } from '~/sharing/access-log/read-log';
import { readAttached, readSharedAccess } from '~/sharing/shared-access/read-shared-access.server';
import { receivedActFields } from '~/sharing/shared-access/schema';
import { AnswerOffer, AttachSection, SharedForms, SharedSections } from '~/sharing/shared-access/shared-actions';
import { sharedAccessStateLabel } from '~/sharing/shared-access/labels';
import { m } from '~/paraglide/messages';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Access that has ended answers 410 with its terms and its log, and without content. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const options = { organizationId: member.organization.id, sharedAccessId: param(params, 'sharedAccessId'), now: new Date() };
  const read = await member.inOrganization(async (db) => {
    const grant = await readSharedAccess(db, options);
    if (!grant || grant.isGiven) return null;
    if (!grant.isReport)
      return { grant, attached: await readAttached(db, options.sharedAccessId), attachment: null, named: '', commissioned: null };
    // The page states nothing of the report but the supplier's name, and is no read of it.
    const report = await readSharedReport(db, { ...options, how: 'page', isLogged: false });
    const content = report.kind === 'open' ? report.content : null;
    const attachment = await readAttachment(db, { ...grant, content }, options.sharedAccessId);
    const commissioned = content && (await commissionedSupplier(db, { ...options, granterOrganizationId: grant.granterOrganizationId }));
    return { grant, attached: null, attachment, named: content?.report.supplier.name ?? '', commissioned };
  });
  if (!read) throw notFound();
  const isOver = !['offered', 'accepted'].includes(read.grant.state);
  return data(
    { ...read, isOver, base: `/o/${member.organization.slug}`, mayReceive: member.can('receive:shared-access') },
    { status: isOver ? 410 : 200 },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'receive:shared-access');
  const form = await readForm(request);
  const organizationId = member.organization.id;
  const sharedAccessId = param(params, 'sharedAccessId');
  const now = new Date();
  const grant = await member.inOrganization((db) => readSharedAccess(db, { organizationId, sharedAccessId, now }));
  if (!grant || grant.isGiven) throw notFound();
  const read = parseForm(form, receivedActFields);
  if (!read.ok) return data(read, { status: 422 });
  const act = read.value;
  const done = (text: string) =>
    redirectWithFlash(`/o/${member.organization.slug}/shared-with-us/${sharedAccessId}`, { tone: 'success', text });
  const refused = (field: string, message: string, status = 422) => data(formFailure(form, { [field]: [message] }), { status });
  switch (act.intent) {
    case 'accept': {
      const accepted = await member.inOrganization((db) => acceptOffer(db, { organizationId, sharedAccessId, now }));
      return accepted.kind === 'answered' ? done(m.shared_access_accepted_flash()) : refused('', m.shared_access_problem_over(), 410);
    }
    case 'refuse': {
      const answer = await member.inOrganization((db) =>
        refuseOffer(db, { organizationId, sharedAccessId, now, reason: act.reason ?? '' }),
      );
      if (answer.kind === 'refused') return refused('', m.shared_access_problem_over(), 410);
      return redirectWithFlash(`/o/${member.organization.slug}/shared-with-us`, { tone: 'success', text: m.shared_access_refused_flash() });
    }
    case 'attach':
    case 'detach': {
      if (grant.isReport) {
        const handled = await handleReportAct(member, act, { sharedAccessId, now });
        return handled.kind === 'done' ? done(handled.text) : refused(handled.field, handled.message, handled.status);
      }
      if (act.intent === 'detach') {
        const isDone = await member.inOrganization((db) => detachResponse(db, { sharedAccessId, userId: member.user.id, now }));
        return isDone ? done(m.shared_access_detached_flash()) : refused('', m.shared_access_problem_over());
      }
      const attached = await member.inOrganization((db) =>
        attachResponse(db, { organizationId, sharedAccessId, supplierPublicId: act.supplier, userId: member.user.id, now }),
      );
      if (attached.kind === 'attached') return done(m.shared_access_attached_flash());
      if (attached.code === 'unknown-supplier') return refused('supplier', m.responses_new_choose());
      return attached.code === 'already-attached'
        ? refused('', m.shared_access_problem_attached())
        : refused('', m.shared_access_problem_over(), 410);
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.grant.granter ?? ''} · ${m.shared_access_shared_title()} · Manumit` },
];

export default function SharedGrant() {
  const { grant, attached, attachment, named, commissioned, isOver, base, mayReceive } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const path = `${base}/shared-with-us/${grant.id}`;
  return (
    <>
      <PageHeader
        title={grant.granter}
        lead={grant.instrument}
        breadcrumbs={[{ label: m.shared_access_shared_title(), to: `${base}/shared-with-us` }, { label: grant.granter }]}
        meta={<span>{sharedAccessStateLabel(grant.state)}</span>}
      />
      <ErrorSummary errors={failure?.errors} />
      {isOver && (
        <Notice tone="warning" title={m.shared_access_over_title({ granter: grant.granter })}>
          {grant.state === 'revoked' && grant.revokedAt
            ? m.shared_access_over_revoked({ date: formatDate(grant.revokedAt) })
            : grant.state === 'refused'
              ? m.shared_access_over_refused()
              : m.shared_access_over_expired({ date: formatDate(lastDay(grant.expiresAt)) })}
        </Notice>
      )}
      {grant.state === 'offered' && mayReceive && <AnswerOffer granter={grant.granter} isReport={grant.isReport} />}
      {grant.state === 'accepted' && grant.isReport && <SharedForms base={path} forms={grant.sections} />}
      {grant.state === 'accepted' && !grant.isReport && <SharedSections base={path} sections={grant.sections} />}
      {grant.state === 'accepted' && !grant.isReport && (
        <p className="mb-6">
          <Link to={`${path}/files`} className="inline-block min-h-11 py-2">
            {m.evidence_of_section()}
          </Link>
        </p>
      )}
      <Section title={m.shared_access_details()}>
        <SharedAccessFacts grant={grant} />
      </Section>
      {grant.isReport && mayReceive && (attachment || grant.state === 'accepted') && (
        <AttachReportSection base={base} attachment={attachment} named={named} commissioned={commissioned} failure={failure} />
      )}
      {grant.state === 'accepted' && !grant.isReport && mayReceive && <AttachSection base={base} attached={attached} failure={failure} />}
      {grant.state !== 'offered' && <ReadLog reads={grant.reads} isOwn />}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
