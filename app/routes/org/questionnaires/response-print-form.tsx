import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { LanguageChoice } from '~/questionnaires/print-form/language-choice';
import { responsePaper } from '~/questionnaires/print-form/member-paper.server';
import { PaperLinks, PaperView } from '~/questionnaires/print-form/paper-view';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  return responsePaper(member, { request, responseId: param(params, 'responseId'), how: 'page' });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.print_form_title()} · ${loaded?.subject ?? ''} · Manumit` },
];

export default function ResponsePaper() {
  const { form, isBlank, hasAnswers, offered, base, here, subject } = useLoaderData<typeof loader>();
  return (
    <>
      <div data-print="none">
        <PageHeader
          title={m.print_form_title()}
          breadcrumbs={[{ label: m.responses_title(), to: base }, { label: subject, to: here }, { label: m.print_form_title() }]}
        />
        <div className="mb-8 grid gap-4">
          <LanguageChoice offered={offered} locale={form.locale} isBlank={isBlank} />
          <PaperLinks here={`${here}/print-form`} isBlank={isBlank} hasAnswers={hasAnswers} more={`in=${form.locale}`} />
        </div>
      </div>
      <PaperView form={form} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
