import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { NewCaseForm } from '~/safeguarding/sensitive-cases/new-case-form';
import { listAssignable } from '~/safeguarding/sensitive-cases/open-case.server';
import { startCase } from '~/safeguarding/sensitive-cases/start-case.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'open:sensitive-case');
  const people = await inOrganization(listAssignable);
  return { base: `/o/${organization.slug}`, people: people.filter(({ userId }) => userId !== user.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'open:sensitive-case');
  const started = await startCase(member, { form: await readForm(request), now: new Date() });
  if (started.kind === 'opened')
    return redirectWithFlash(`/o/${member.organization.slug}/sensitive-cases/${started.caseId}`, {
      tone: 'success',
      text: m.sensitive_cases_opened(),
    });
  const { status, ...form } = started;
  return data(form, { status });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.sensitive_cases_page_title()} · Manumit` }];

export default function NewCase() {
  const { base, people } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-prose">
      <PageHeader
        title={m.sensitive_cases_new_title()}
        lead={m.sensitive_cases_new_lead()}
        breadcrumbs={[{ label: m.sensitive_cases_desk_title(), to: `${base}/sensitive-cases` }, { label: m.sensitive_cases_open() }]}
      />
      <div className="mb-6 grid gap-3">
        <Notice tone="danger" title={m.sensitive_cases_danger_title()}>
          {m.sensitive_cases_danger_text()}
        </Notice>
        <Notice tone="warning" title={m.sensitive_cases_quiet_title()}>
          {m.sensitive_cases_quiet_text()}
        </Notice>
      </div>
      {people.length === 0 ? (
        <EmptyState
          title={m.sensitive_cases_alone_title()}
          actions={<LinkButton to={`${base}/settings/members`}>{m.shell_nav_members()}</LinkButton>}
        >
          {m.sensitive_cases_alone_text()}
        </EmptyState>
      ) : (
        <NewCaseForm found={reply?.found ?? []} isSearched={reply?.isSearched ?? false} people={people} failure={reply?.failure ?? null} />
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
