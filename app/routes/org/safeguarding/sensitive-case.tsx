import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleCaseAction } from '~/safeguarding/sensitive-cases/handle-case-action.server';
import { AboutSection, LogSection, PeopleSection, TermsSection } from '~/safeguarding/sensitive-cases/case-facts';
import { readCasePage } from '~/safeguarding/sensitive-cases/case-page.server';
import { DecisionsSection } from '~/safeguarding/sensitive-cases/decisions-section';
import { StepsSection } from '~/safeguarding/sensitive-cases/steps-section';
import { VisitsSection } from '~/safeguarding/sensitive-cases/visits-section';
import { statusWords } from '~/safeguarding/sensitive-cases/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'open:sensitive-case');
  const page = await readCasePage(member, { caseId: param(params, 'caseId'), now: new Date() });
  if (!page) throw notFound();
  return { page, base: `/o/${member.organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'open:sensitive-case');
  const caseId = param(params, 'caseId');
  const acted = await handleCaseAction(member, { caseId, form: await readForm(request), now: new Date() });
  switch (acted.kind) {
    case 'unknown':
      throw notFound();
    case 'failed':
      return data({ form: acted.form, failure: acted.failure }, { status: 422 });
    case 'done': {
      const desk = `/o/${member.organization.slug}/sensitive-cases`;
      return redirectWithFlash(acted.isOut ? desk : `${desk}/${caseId}`, { tone: 'success', text: acted.text });
    }
  }
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.sensitive_cases_page_title()} · Manumit` }];

export default function CaseDoor() {
  const { page, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failureOf = (form: string) => (reply && 'failure' in reply && reply.form === form ? reply.failure : undefined);
  return (
    <>
      <PageHeader
        title={m.sensitive_cases_title({ reference: page.reference })}
        meta={statusWords[page.status]()}
        breadcrumbs={[{ label: m.sensitive_cases_desk_title(), to: `${base}/sensitive-cases` }, { label: page.reference }]}
        actions={
          <LinkButton to={`${base}/sensitive-cases/${page.id}/export`} reloadDocument icon="download">
            {m.sensitive_cases_export()}
          </LinkButton>
        }
      />
      <div className="mb-6 grid max-w-3xl gap-3">
        {page.fault && (
          <Notice tone="danger" title={m.sensitive_cases_fault_title()}>
            {m.sensitive_cases_fault_text({ seq: formatNumber(page.fault.seq) })}
          </Notice>
        )}
        {page.releasedAt ? (
          <Notice title={m.sensitive_cases_released_title({ date: formatDate(page.releasedAt) })}>
            {m.sensitive_cases_released_text()}
          </Notice>
        ) : (
          <Notice tone="warning" title={m.sensitive_cases_quiet_title()}>
            {m.sensitive_cases_quiet_text()}
          </Notice>
        )}
      </div>
      <AboutSection page={page} base={base} />
      <TermsSection page={page} failure={failureOf('contact')} />
      {page.status !== 'erased' && <StepsSection page={page} failureOf={failureOf} />}
      <VisitsSection page={page} base={base} failure={failureOf('visit')} />
      <DecisionsSection page={page} failureOf={failureOf} />
      <PeopleSection page={page} />
      <LogSection page={page} failure={failureOf('note')} />
      {!page.fault && <p className="mt-4 text-muted">{m.sensitive_cases_intact({ count: formatNumber(page.count) })}</p>}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
