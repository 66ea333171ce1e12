import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { requireUser } from '~/access/require-user.server';
import { listSessions, revokeOtherSessions, revokeSession } from '~/access/sessions.server';
import { describeDevice } from '~/organizations/accounts/describe-device';
import { sessionActFields } from '~/organizations/accounts/schema';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user } = await requireMember(request, params);
  const { sessionId } = await requireUser(request);
  const sessions = await listSessions(user.id);
  return { sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization } = await requireMember(request, params);
  const { sessionId } = await requireUser(request);
  const read = parseForm(await readForm(request), sessionActFields);
  if (!read.ok) return data(read, { status: 422 });
  const here = `/o/${organization.slug}/settings/sessions`;
  if (read.value.intent === 'end-others') {
    const count = await revokeOtherSessions(user.id, sessionId);
    return redirectWithFlash(here, { tone: 'success', text: m.accounts_sessions_others_ended({ count }) });
  }
  if (!(await revokeSession(user.id, read.value.sessionId))) throw notFound();
  return redirectWithFlash(here, { tone: 'success', text: m.accounts_sessions_ended() });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_sessions_title()} · Manumit` }];

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.accounts_sessions_title()}
        lead={m.accounts_sessions_lead()}
        actions={
          <>
            {sessions.length > 1 ? (
              <Form method="post">
                <Button name="intent" value="end-others">
                  {m.accounts_sessions_end_others()}
                </Button>
              </Form>
            ) : null}
            <LinkButton to="/account">{m.shell_account_settings()}</LinkButton>
          </>
        }
      />
      <DataTable
        caption={m.accounts_sessions_title()}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            header: m.accounts_sessions_device(),
            isRowHeader: true,
            cell: ({ device, isThis }) => {
              const words = describeDevice(device) ?? m.accounts_sessions_unknown_device();
              return isThis ? `${words} (${m.accounts_sessions_this()})` : words;
            },
          },
          { key: 'begun', header: m.accounts_sessions_begun(), cell: ({ createdAt }) => <MomentText value={createdAt} /> },
          { key: 'seen', header: m.accounts_sessions_seen(), cell: ({ lastSeenAt }) => <MomentText value={lastSeenAt} /> },
          {
            key: 'end',
            header: m.accounts_members_actions(),
            cell: ({ id, isThis }) =>
              isThis ? null : (
                <Form method="post">
                  <input type="hidden" name="sessionId" value={id} />
                  <Button size="sm" name="intent" value="end">
                    {m.accounts_sessions_end()}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
