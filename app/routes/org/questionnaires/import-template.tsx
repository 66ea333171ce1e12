import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { keepFile } from '~/questionnaires/builder/import/kept-file.server';
import { UploadForm, type UploadReply } from '~/questionnaires/builder/import/upload-form';
import { readFileApart } from '~/questionnaires/builder/read-file-apart.server';
import { m } from '~/paraglide/messages';
import { countReading } from '~/platform/parser/count-reading.server';
import { readRefusalText, tooOftenText } from '~/platform/parser/refusal-labels';
import { PageHeader } from '~/ui/page-header';
import { readUpload } from '~/platform/forms/read-upload.server';

/** The maximum size of a questionnaire. */
const fileBytes = 5 * 1024 * 1024;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  return { base: `/o/${member.organization.slug}` };
}

/** Parses a file and stores its content. Nothing is imported before a person has reviewed the result (`instruments.import_.$importId`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:template');
  const refused = (message: string, remarks: UploadReply['remarks'] = []) => data<UploadReply>({ message, remarks }, { status: 422 });
  const owner = member.organization.id;
  const minutes = await countReading({ organizationId: owner, address: context.clientAddress });
  if (minutes > 0) return refused(tooOftenText(minutes));
  const upload = await readUpload(request, { limit: fileBytes });
  if (upload.kind === 'problem') return refused(upload.code === 'too-large' ? m.builder_import_too_large() : m.builder_import_no_file());
  if (!upload.file) return refused(m.builder_import_no_file());
  const { bytes, fileName } = upload.file;
  const file = await readFileApart(bytes, { owner });
  if (file.kind === 'unread') return refused(readRefusalText(file.refusal));
  if (file.kind === 'refused') return refused(m.builder_import_refused(), file.remarks);
  const id = await member.inOrganization((db) => keepFile(db, { file, fileName, bytes, userId: member.user.id, now: new Date() }));
  return redirect(`/o/${member.organization.slug}/templates/import/${id}`, { status: 303 });
}

export const meta: MetaFunction = () => [{ title: `${m.builder_import()} · ${m.builder_title()} · Manumit` }];

export default function ImportQuestionnaire() {
  const { base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.builder_import()}
        lead={m.builder_import_lead()}
        breadcrumbs={[{ label: m.builder_title(), to: `${base}/templates` }, { label: m.builder_import() }]}
      />
      <UploadForm reply={reply} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
