import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ReadLog } from '~/sharing/access-log/read-log';
import { readReceived } from '~/sharing/received-requests/read-received.server';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const options = { organizationId: member.organization.id, responseId: param(params, 'responseId') };
  const received = await member.inOrganization((db) => readReceived(db, options));
  if (!received) throw notFound();
  return { received, base: `/o/${member.organization.slug}`, mayShare: member.can('share:answers') };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.received.instrument ?? ''} · ${m.shared_access_received_title()} · Manumit` },
];

export default function ReceivedRequest() {
  const { received, base, mayShare } = useLoaderData<typeof loader>();
  const { asker, instrument, responseId } = received;
  return (
    <>
      <PageHeader
        title={instrument}
        lead={m.shared_access_received_from({ asker })}
        breadcrumbs={[{ label: m.shared_access_received_title(), to: `${base}/received-requests` }, { label: asker }]}
        meta={<span>{requestStatusLabel(received.status)}</span>}
        actions={
          <>
            <LinkButton to={`/guest/questionnaire/${responseId}`} reloadDocument variant={received.isOpen ? 'primary' : 'secondary'}>
              {received.isOpen ? m.shared_access_received_answer() : m.shared_access_received_see()}
            </LinkButton>
            {mayShare && !received.isOpen && (
              <LinkButton to={`${base}/shared-access/new?response=${responseId}`} variant="primary">
                {m.shared_access_new()}
              </LinkButton>
            )}
          </>
        }
      />
      <Section title={m.shared_access_details()}>
        <KeyValueList
          pairs={[
            { key: 'due', label: m.responses_column_due(), value: received.dueOn ? formatDate(received.dueOn) : '—' },
            { key: 'invited', label: m.requests_at_invited(), value: <MomentText value={received.invitedAt} /> },
            ...(received.submittedAt
              ? [{ key: 'submitted', label: m.requests_at_submitted(), value: <MomentText value={received.submittedAt} /> }]
              : []),
            {
              key: 'until',
              label: m.shared_access_column_reads_until(),
              value: received.sharedUntil ? formatDate(received.sharedUntil) : m.shared_access_not_shared(),
            },
            ...(received.message ? [{ key: 'message', label: m.requests_message(), value: received.message }] : []),
          ]}
        />
      </Section>
      {received.versions.length > 1 && (
        <Section title={m.answer_review_versions()}>
          <ul className="grid gap-1">
            {received.versions.map(({ id, createdAt, supersededAt }) => (
              <li key={id}>
                {supersededAt
                  ? m.answer_review_version_replaced({ sent: formatDate(createdAt), replaced: formatDate(supersededAt) })
                  : m.answer_review_version_newest({ sent: formatDate(createdAt) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!received.isOpen && <ReadLog reads={received.reads} isOwn={false} />}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
