import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listBatches } from '~/features/supplier-import/read-batch.server';
import { receiveFile } from '~/features/supplier-import/receive-file.server';
import { startStaging } from '~/features/supplier-import/start-staging.server';
import { EarlierImports, UploadForm, WhatHappens } from '~/features/supplier-import/upload-section';
import { fileProblemText } from '~/features/supplier-import/words';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { maxUploadBytes, readUpload } from '~/web/read-upload.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const suppliers = `/o/${member.organization.slug}/suppliers`;
  return { suppliers, base: `${suppliers}/import`, batches: await member.inOrganization((db) => listBatches(db)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const refuse = (error: string, status = 422) => data({ error }, { status });
  const upload = await readUpload(request);
  if (upload.kind === 'problem') {
    const megabytes = maxUploadBytes / 1_048_576;
    return upload.code === 'too-large'
      ? refuse(fileProblemText('too-large', { megabytes: `> ${megabytes}`, limit: megabytes }), 413)
      : refuse(m.import_upload_broken(), 400);
  }
  if (!upload.file) return refuse(m.import_no_file());
  const { fileName, bytes } = upload.file;
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName, bytes });
  if (received.kind === 'refused') return refuse(fileProblemText(received.problem.code, received.problem.params));
  const page = `/o/${member.organization.slug}/suppliers/import/${received.batchId}`;
  if (received.kind === 'known') throw redirect(`${page}?known=1`, 303);
  await startStaging(member.inOrganization, { ...who, batchId: received.batchId });
  throw redirect(page, 303);
}

export const meta: MetaFunction = () => [{ title: `${m.import_title()} · Manumit` }];

export default function ImportSuppliers() {
  const { suppliers, base, batches } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.import_title()}
        lead={m.import_lead()}
        breadcrumbs={[{ label: m.supplier_list_title(), to: suppliers }, { label: m.import_title() }]}
      />
      <UploadForm error={reply?.error} />
      <WhatHappens />
      <EarlierImports batches={batches} base={base} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
