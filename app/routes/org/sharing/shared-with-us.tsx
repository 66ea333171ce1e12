import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findAskedSupplier, findByCode, sharingCode } from '~/access/shared-access.server';
import { countAttempt } from '~/access/rate-limit.server';
import { requireMember } from '~/access/require-member.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { AccessRequestsSent } from '~/sharing/access-requests/access-request-list';
import { askAccess, listAccessRequests, withdrawAccess } from '~/sharing/access-requests/access-requests.server';
import { CodeSection } from '~/sharing/shared-access/code-section';
import { SharedAccessTable } from '~/sharing/shared-access/shared-access-table';
import { listSharedAccess } from '~/sharing/shared-access/list-shared-access.server';
import { askAccessFields } from '~/sharing/shared-access/schema';
import { purposes } from '~/platform/terms/shared-access-terms';
import { purposeLabel } from '~/sharing/access-requests/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader, Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const organizationId = member.organization.id;
  const url = new URL(request.url).searchParams;
  const cursor = url.get('after') ?? undefined;
  const responseId = givenText(url, 'response');
  const read = await member.inOrganization(async (db) => ({
    page: await listSharedAccess(db, { organizationId, side: 'recipient', cursor, now: new Date() }),
    sent: await listAccessRequests(db, { organizationId, side: 'sent' }),
    supplier: /^[0-9a-f-]{36}$/i.test(responseId) ? await findAskedSupplier(db, responseId) : null,
  }));
  return {
    page: read.page,
    sent: read.sent,
    known: read.supplier && { name: read.supplier.name, responseId },
    base: `/o/${member.organization.slug}`,
    code: await sharingCode(organizationId),
    mayReceive: member.can('receive:shared-access'),
    mayRenew: member.can('share:answers'),
    isFirst: cursor === undefined,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  const intent = form.get('intent');
  const member = await requireMember(request, params, intent === 'renew-code' ? 'share:answers' : 'receive:shared-access');
  const organizationId = member.organization.id;
  const path = `/o/${member.organization.slug}/shared-with-us`;
  const now = new Date();
  if (intent === 'renew-code') {
    await sharingCode(organizationId, { renew: true });
    return redirectWithFlash(path, { tone: 'success', text: m.shared_access_code_renewed() });
  }
  if (intent === 'withdraw-access') {
    const requestId = givenText(form, 'request');
    const isDone =
      /^[0-9a-f-]{36}$/i.test(requestId) && (await member.inOrganization((db) => withdrawAccess(db, { organizationId, requestId, now })));
    if (!isDone) return data(formFailure(form, { '': [m.shared_access_asked_over()] }), { status: 422 });
    return redirectWithFlash(path, { tone: 'success', text: m.shared_access_asked_withdrawn_flash() });
  }
  const read = parseForm(form, askAccessFields);
  if (!read.ok) return data(read, { status: 422 });
  const { response, code } = read.value;
  const wait = response ? 0 : await countAttempt('sharing-code', organizationId);
  if (wait > 0) return data(formFailure(form, { code: [limitedMessage(wait)] }), { status: 429 });
  const found = response ? await member.inOrganization((db) => findAskedSupplier(db, response)) : await findByCode(code ?? '');
  if (!found) return data(formFailure(form, { code: [m.shared_access_problem_code()] }), { status: 422 });
  const { purpose, reason } = read.value;
  const asked = await member.inOrganization((db) =>
    askAccess(db, { organizationId, granterOrganizationId: found.id, purpose, reason, userId: member.user.id, now }),
  );
  if (asked.kind === 'refused') {
    const message =
      asked.code === 'itself' ? m.shared_access_problem_itself() : m.shared_access_problem_asked_already({ supplier: found.name });
    return data(formFailure(form, { code: [message] }), { status: 422 });
  }
  return redirectWithFlash(path, { tone: 'success', text: m.shared_access_asked_flash({ supplier: found.name }) });
}

export const meta: MetaFunction = () => [{ title: `${m.shared_access_shared_title()} · Manumit` }];

export default function SharedWithUs() {
  const { page, sent, known, base, code, mayReceive, mayRenew, isFirst } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.shared_access_shared_title()} lead={m.auditpapers_shared_lead()} />
      <ErrorSummary errors={failure?.errors} />
      {page.rows.length === 0 && isFirst ? (
        <EmptyState title={m.shared_access_shared_empty_title()}>{m.shared_access_shared_empty_text()}</EmptyState>
      ) : (
        <>
          <SharedAccessTable rows={page.rows} base={`${base}/shared-with-us`} partyHeader={m.shared_access_column_granter()} />
          <CursorPager before={null} after={page.next} shown={page.rows.length} />
        </>
      )}
      <div className="mt-8">
        <CodeSection code={code} mayRenew={mayRenew} />
      </div>
      {mayReceive && (
        <Section
          title={known ? m.shared_access_ask_title_of({ supplier: known.name }) : m.shared_access_ask_title()}
          lead={m.shared_access_ask_lead()}
        >
          <Form method="post" noValidate className="grid max-w-prose gap-4">
            {known ? (
              <input type="hidden" name="response" value={known.responseId} />
            ) : (
              <Field
                {...fieldOf(failure, 'code')}
                label={m.shared_access_ask_code()}
                hint={m.shared_access_ask_code_hint()}
                autoComplete="off"
                required
              />
            )}
            <RadioGroup
              {...fieldOf(failure, 'purpose')}
              label={m.shared_access_purpose()}
              options={purposes.map((value) => ({ value, label: purposeLabel(value) }))}
            />
            <TextArea {...fieldOf(failure, 'reason')} label={m.shared_access_reason()} required maxLength={1000} rows={3} />
            <div>
              <Button name="intent" value="ask-access">
                {m.shared_access_ask()}
              </Button>
            </div>
          </Form>
        </Section>
      )}
      {sent.length > 0 && (
        <Section title={m.shared_access_sent_title()}>
          <AccessRequestsSent asked={sent} mayAsk={mayReceive} />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
