import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { reachRecipient } from '~/sharing/shared-access/attach-response.server';
import { changeTerm, revokeAccess } from '~/sharing/shared-access/change-shared-access.server';
import { SharedAccessFacts } from '~/sharing/shared-access/shared-access-facts';
import { lastDay } from '~/sharing/shared-access/last-day';
import { ReadLog } from '~/sharing/access-log/read-log';
import { readSharedAccess } from '~/sharing/shared-access/read-shared-access.server';
import { givenActFields } from '~/sharing/shared-access/schema';
import { sharedAccessStateLabel } from '~/sharing/shared-access/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const options = { organizationId: member.organization.id, sharedAccessId: param(params, 'sharedAccessId'), now: new Date() };
  const grant = await member.inOrganization((db) => readSharedAccess(db, options));
  if (!grant?.isGiven) throw notFound();
  return { grant, base: `/o/${member.organization.slug}`, mayShare: member.can('share:answers') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'share:answers');
  const form = await readForm(request);
  const sharedAccessId = param(params, 'sharedAccessId');
  const which = { organizationId: member.organization.id, sharedAccessId, userId: member.user.id, now: new Date() };
  if (!(await member.inOrganization((db) => readSharedAccess(db, which)))?.isGiven) throw notFound();
  const read = parseForm(form, givenActFields);
  if (!read.ok) return data(read, { status: 422 });
  const act = read.value;
  const changed = await member.inOrganization((db) =>
    act.intent === 'revoke' ? revokeAccess(db, which) : changeTerm(db, { ...which, until: act.until }),
  );
  if (changed.kind === 'refused') {
    const [field, message] = changed.code === 'past' ? ['until', m.shared_access_problem_past()] : ['', m.shared_access_problem_over()];
    return data(formFailure(form, { [field]: [message] }), { status: 422 });
  }
  const { recipientOrganizationId } = changed;
  if (recipientOrganizationId) await reachRecipient({ recipientOrganizationId, sharedAccessId, now: which.now });
  const text = act.intent === 'revoke' ? m.shared_access_revoked_flash() : m.shared_access_term_flash();
  return redirectWithFlash(`/o/${member.organization.slug}/shared-access/${sharedAccessId}`, { tone: 'success', text });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.grant.recipient ?? ''} · ${m.shared_access_grants_title()} · Manumit` },
];

export default function GivenGrant() {
  const { grant, base, mayShare } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const isOver = grant.state === 'revoked' || grant.state === 'refused';
  return (
    <>
      <PageHeader
        title={grant.recipient}
        lead={grant.instrument}
        breadcrumbs={[{ label: m.shared_access_grants_title(), to: `${base}/shared-access` }, { label: grant.recipient }]}
        meta={<span>{sharedAccessStateLabel(grant.state)}</span>}
      />
      <ErrorSummary errors={failure?.errors} />
      {grant.state === 'refused' && (
        <Notice tone="warning" title={m.shared_access_refused_by({ recipient: grant.recipient })}>
          {grant.refusalReason}
        </Notice>
      )}
      {grant.state === 'revoked' && grant.revokedAt && (
        <Notice tone="info">{m.shared_access_revoked_on({ date: formatDate(grant.revokedAt) })}</Notice>
      )}
      {grant.state === 'expired' && (
        <Notice tone="info">{m.shared_access_expired_on({ date: formatDate(lastDay(grant.expiresAt)) })}</Notice>
      )}
      <Section title={m.shared_access_details()}>
        <SharedAccessFacts grant={grant} />
      </Section>
      {mayShare && !isOver && (
        <Section title={m.shared_access_change_title()} lead={m.shared_access_change_lead()}>
          <div className="flex flex-wrap items-end gap-4">
            <Form method="post" noValidate className="flex flex-wrap items-end gap-2">
              <Field {...fieldOf(failure, 'until', lastDay(grant.expiresAt))} type="date" label={m.shared_access_until()} />
              <Button name="intent" value="term">
                {m.shared_access_change_term()}
              </Button>
            </Form>
            <Dialog trigger={m.shared_access_revoke()} title={m.shared_access_revoke()} variant="danger">
              <Form method="post" className="grid gap-3">
                <p>{m.shared_access_revoke_lead({ recipient: grant.recipient })}</p>
                <div>
                  <Button name="intent" value="revoke" variant="danger">
                    {m.shared_access_revoke_now()}
                  </Button>
                </div>
              </Form>
            </Dialog>
          </div>
        </Section>
      )}
      <ReadLog reads={grant.reads} isOwn={false} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
