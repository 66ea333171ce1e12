import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ResponseOverview } from '~/risk/response-overview/response-overview';
import { changeResponse } from '~/risk/response-overview/change-response.server';
import { questionBack } from '~/questionnaires/requests/change-request.server';
import { readOverview } from '~/risk/response-overview/read-overview.server';
import { environment } from '~/env.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const overview = await member.inOrganization((db) => readOverview(db, param(params, 'responseId')));
  if (!overview) throw notFound();
  const { sharing } = overview;
  if (sharing === 'received') throw redirect(`/guest/questionnaire/${overview.id}`);
  return {
    ...overview,
    sharing,
    base: `/o/${member.organization.slug}`,
    may: {
      answer: member.can('answer:response'),
      submit: member.can('submit:response'),
      reopen: member.can('reopen:response'),
      approve: member.can('approve:response'),
      prepare: member.can('prepare:report'),
      record: member.can('edit:finding'),
      sign: member.can('approve:response'),
      readReports: member.can('read:report'),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const form = await readForm(request);
  const publicUrl = (environment().PUBLIC_URL ?? new URL(request.url).origin).replace(/\/$/, '');
  const changed = await changeResponse(member, {
    responseId: param(params, 'responseId'),
    intent: givenText(form, 'intent'),
    reason: givenText(form, 'reason'),
    publicUrl,
    now: new Date(),
    reopen: questionBack,
  });
  if (changed.kind === 'forbidden') throw new Response(null, { status: 403 });
  if (changed.kind === 'unknown') throw notFound();
  if (changed.kind === 'refused') return data({ message: changed.message, reason: givenText(form, 'reason') }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/responses/${param(params, 'responseId')}`, {
    tone: 'success',
    text: changed.message,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.supplier.name ?? m.responses_title()} · ${m.responses_title()} · Manumit` },
];

export default function ResponsePage() {
  return <ResponseOverview overview={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
