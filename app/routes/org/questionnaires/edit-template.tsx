import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleDraftAction } from '~/questionnaires/builder/handle-draft-action.server';
import { builderViews, readBuilder } from '~/questionnaires/builder/builder-page.server';
import { BuilderPageView } from '~/questionnaires/builder/builder-page';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { SearchAsked } from '~/platform/forms/search-step.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const url = new URL(request.url).searchParams;
  const view = builderViews.find((each) => each === url.get('view')) ?? 'questions';
  const key = param(params, 'instrumentKey');
  const page = await member.inOrganization((db) => readBuilder(db, key, { view, at: url.get('at'), language: url.get('language') }));
  if (!page) throw notFound();
  const base = `/o/${member.organization.slug}`;
  // A template that is offered or was used is read-only.
  if (!page.isOpen) throw redirect(`${base}/templates/${key}`, 303);
  return { page, view, base, undone: givenText(url, 'undone') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const key = param(params, 'instrumentKey');
  const act = (form: FormData) => handleDraftAction(member.inOrganization, { key, form, userId: member.user.id, now: new Date() });
  const form = await readForm(request).catch(async (thrown: unknown) => {
    // The page draws what is saved: what was typed before a search is saved first.
    if (thrown instanceof SearchAsked) await act(thrown.form);
    throw thrown;
  });
  const done = await act(form);
  switch (done.kind) {
    case 'unknown':
      throw notFound();
    case 'to':
      return redirect(`/o/${member.organization.slug}/templates/${key}/edit${done.query}`, { status: 303 });
    case 'saved':
      return data(done.reply, { status: done.reply.ok ? 200 : 422 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.page.content.title.en ?? ''} · ${m.builder_edit()} · Manumit` },
];

export default function EditInstrument() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <BuilderPageView {...shown} problem={reply && 'message' in reply ? reply.message : null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
