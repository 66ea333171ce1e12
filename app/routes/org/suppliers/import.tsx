import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleUploadAction } from '~/suppliers/import/handle-upload-action.server';
import { FileSet } from '~/suppliers/import/file-set';
import { listBatches } from '~/suppliers/import/read-batch.server';
import { readFileSet } from '~/suppliers/import/read-file-set.server';
import { UploadForm } from '~/suppliers/import/upload-form';
import { EarlierImports, WhatHappens } from '~/suppliers/import/upload-section';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const suppliers = `/o/${member.organization.slug}/suppliers`;
  const named = givenText(new URL(request.url).searchParams, 'files');
  return member.inOrganization(async (db) => ({
    suppliers,
    base: `${suppliers}/import`,
    files: await readFileSet(db, named),
    batches: await listBatches(db),
  }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const who = { organizationId: member.organization.id, userId: member.user.id, now: new Date(), address: context.clientAddress };
  const outcome = await handleUploadAction(member.inOrganization, request, who);
  if (outcome.kind === 'refused') return data({ error: outcome.error }, { status: outcome.status });
  const page = `/o/${member.organization.slug}/suppliers/import${outcome.query}`;
  throw outcome.remark === null ? redirect(page, 303) : await redirectWithFlash(page, { tone: 'warning', text: outcome.remark });
}

export const meta: MetaFunction = () => [{ title: `${m.import_title()} · Manumit` }];

export default function ImportSuppliers() {
  const { suppliers, base, files, batches } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.import_title()}
        lead={m.import_lead()}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: suppliers }, { label: m.import_title() }]}
      />
      {files.length > 0 && <FileSet batches={files} base={base} />}
      <UploadForm error={reply?.error} />
      <WhatHappens />
      <EarlierImports batches={batches} base={base} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
