import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CarryForm } from '~/questionnaires/responses/carry-form';
import { carryOver } from '~/questionnaires/responses/carry-over.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { readCarried } from '~/questionnaires/responses/read-carried.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const read = await member.inOrganization((db) => readCarried(db, param(params, 'responseId')));
  if (!read) throw notFound();
  const { response, sources } = read;
  const asked = new URL(request.url).searchParams.get('from');
  const base = `/o/${member.organization.slug}`;
  return {
    supplier: response.party.name,
    instrument: wordsOfInstrument(response.instrumentKey)?.title ?? response.instrumentKey,
    sources: sources.map(({ responseId, title, rows }) => ({ responseId, title, answers: rows.length })),
    chosen: sources.find(({ responseId }) => responseId === asked) ?? sources[0] ?? null,
    mayAnswer: response.status === 'open' && member.can('answer:response'),
    base,
    here: `${base}/responses/${response.id}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  const form = await readForm(request);
  const questions = form.getAll('question').map(String);
  if (questions.length === 0) return data({ message: m.carry_over_none_chosen() }, { status: 422 });
  const carried = await member.inOrganization((db) =>
    carryOver(db, {
      responseId: param(params, 'responseId'),
      fromId: givenText(form, 'from'),
      questions,
      userId: member.user.id,
    }),
  );
  if (carried.kind === 'refused') {
    if (carried.code === 'unknown-assessment') throw notFound();
    return data({ message: carried.code === 'not-open' ? refusalLabel('not-open') : m.carry_over_not_same_supplier() }, { status: 422 });
  }
  return redirectWithFlash(`/o/${member.organization.slug}/responses/${param(params, 'responseId')}`, {
    tone: 'success',
    text: m.carry_over_done({ answers: carried.answers }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.carry_over_title()} · ${loaded?.supplier ?? ''} · Manumit` },
];

export default function CarryPage() {
  const { supplier, instrument, sources, chosen, mayAnswer, base, here } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.carry_over_title()}
        lead={`${supplier} · ${instrument}`}
        breadcrumbs={[
          { label: m.responses_title(), to: `${base}/responses` },
          { label: supplier, to: here },
          { label: m.carry_over_title() },
        ]}
      />
      {refusal && <Notice tone="danger">{refusal.message}</Notice>}
      {chosen === null ? (
        <EmptyState title={m.carry_over_empty_title()} actions={<LinkButton to={here}>{m.carry_over_back()}</LinkButton>}>
          {m.carry_over_empty()}
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-prose text-muted">{m.carry_over_lead()}</p>
          {sources.length > 1 && (
            <nav aria-label={m.carry_over_sources()} className="mb-4">
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {sources.map(({ responseId, title, answers }) => (
                  <li key={responseId}>
                    <Link
                      to={`?from=${responseId}`}
                      aria-current={responseId === chosen.responseId ? 'page' : undefined}
                      className="text-accent underline aria-[current=page]:font-semibold aria-[current=page]:no-underline"
                    >
                      {m.carry_over_source({ title, answers })}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <CarryForm key={chosen.responseId} source={chosen} mayAnswer={mayAnswer} base={base} here={here} />
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
