import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { confirmImport, type ConfirmedImport } from '~/questionnaires/builder/import/confirm-import.server';
import { readImportPreview } from '~/questionnaires/builder/import/import-preview.server';
import { cancelImport, readKeptFile } from '~/questionnaires/builder/import/kept-file.server';
import { ImportPreviewView } from '~/questionnaires/builder/import/preview-page';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const base = `/o/${member.organization.slug}`;
  const as = new URL(request.url).searchParams.get('as');
  const found = await member.inOrganization(async (db) => {
    const kept = await readKeptFile(db, param(params, 'importId'));
    return kept?.kind === 'waiting' ? { preview: await readImportPreview(db, { kept, as }) } : kept;
  });
  if (!found) throw notFound();
  if ('key' in found) throw redirect(`${base}/templates/${found.key}`, 303);
  return { base, preview: found.preview };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const instruments = `/o/${member.organization.slug}/templates`;
  const id = param(params, 'importId');
  const form = await readForm(request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (!(await member.inOrganization((db) => readKeptFile(db, id)))) throw notFound();
  if (text('intent') === 'cancel') {
    await member.inOrganization((db) => cancelImport(db, id));
    return redirectWithFlash(instruments, { tone: 'success', text: m.builder_import_cancelled() });
  }
  if (!/^[a-z0-9-]{1,100}$/.test(text('as'))) return data({ problem: m.builder_import_choose() }, { status: 422 });
  const done = await member.inOrganization((db) =>
    confirmImport(db, { id, as: text('as'), seen: text('seen') || null, userId: member.user.id }),
  );
  if (done.kind === 'refused') {
    if (done.code === 'unknown-file') throw notFound();
    return data({ problem: problemLabel(done.code) }, { status: 422 });
  }
  const said = done.isNewVersion ? m.builder_imported_version() : m.builder_imported_new();
  return redirectWithFlash(`${instruments}/${done.key}`, { tone: 'success', text: said });
}

function problemLabel(code: Exclude<Extract<ConfirmedImport, { kind: 'refused' }>['code'], 'unknown-file'>): string {
  return code === 'unknown-target' ? m.builder_import_choose() : m.builder_import_stale();
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.builder_import_check_title()} · ${loaded?.preview.fileName ?? ''} · Manumit` },
];

export default function CheckImport() {
  const { base, preview } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.builder_import_check_title()}
        lead={m.builder_import_lead()}
        breadcrumbs={[
          { label: m.builder_title(), to: `${base}/templates` },
          { label: m.builder_import(), to: `${base}/templates/import` },
          { label: m.builder_import_check_title() },
        ]}
      />
      <ImportPreviewView preview={preview} problem={reply?.problem ?? null} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
