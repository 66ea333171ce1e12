import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleInstrumentAction } from '~/questionnaires/builder/handle-instrument-action.server';
import { InstrumentPageView } from '~/questionnaires/builder/instrument-page';
import { readInstrumentPage } from '~/questionnaires/builder/instrument-page.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const page = await member.inOrganization((db) => readInstrumentPage(db, param(params, 'instrumentKey')));
  if (!page) throw notFound();
  return { page, base: `/o/${member.organization.slug}`, mayEdit: member.can('edit:template') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const key = param(params, 'instrumentKey');
  const done = await handleInstrumentAction(member.inOrganization, { key, form: await readForm(request), userId: member.user.id });
  const base = `/o/${member.organization.slug}/templates`;
  switch (done.kind) {
    case 'unknown':
      throw notFound();
    case 'refused':
      return data({ problem: done.message }, { status: 422 });
    case 'to':
      return done.message === null
        ? redirect(base + done.path, { status: 303 })
        : redirectWithFlash(base + done.path, { tone: 'success', text: done.message });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.page.title ?? ''} · ${m.builder_title()} · Manumit` },
];

export default function InstrumentRoute() {
  const { page, base, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const here = `${base}/templates/${page.key}`;
  const downloads = [
    { to: `${here}/export`, label: m.builder_download_json() },
    { to: `${here}/export?as=xlsform`, label: m.builder_download_xlsform() },
  ];
  return (
    <InstrumentPageView
      page={page}
      paper={`${here}/print-form`}
      base={base}
      mayEdit={mayEdit}
      problem={reply?.problem ?? null}
      downloads={downloads}
    />
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
