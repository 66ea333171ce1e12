import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ImportForm, type ImportReply } from '~/features/instrument-builder/import-page';
import { importInstrument } from '~/features/instrument-builder/import-instrument.server';
import { readFileApart } from '~/features/instrument-builder/read-file-apart.server';
import { m } from '~/paraglide/messages';
import { countReading } from '~/readers/count-reading.server';
import { readRefusalText, tooOftenText } from '~/readers/refusal-words';
import { PageHeader } from '~/ui/page-header';
import { readUpload } from '~/web/read-upload.server';

/** No instrument is larger. */
const fileBytes = 5 * 1024 * 1024;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:instrument');
  return { base: `/o/${member.organization.slug}` };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:instrument');
  const refused = (message: string, remarks: ImportReply['remarks'] = []) =>
    data<ImportReply>({ message, remarks, to: null }, { status: 422 });
  const owner = member.organization.id;
  const minutes = await countReading({ organizationId: owner, address: context.clientAddress });
  if (minutes > 0) return refused(tooOftenText(minutes));
  const upload = await readUpload(request, { limit: fileBytes });
  if (upload.kind === 'problem') return refused(upload.code === 'too-large' ? m.builder_import_too_large() : m.builder_import_no_file());
  if (!upload.file) return refused(m.builder_import_no_file());
  const file = await readFileApart(upload.file.bytes, { owner });
  if (file.kind === 'unread') return refused(readRefusalText(file.refusal));
  if (file.kind === 'refused') return refused(m.builder_import_refused(), file.remarks);
  const imported = await member.inOrganization((db) => importInstrument(db, { file, userId: member.user.id, now: new Date() }));
  if (imported.kind === 'refused') return refused(m.builder_import_refused(), imported.remarks);
  return data<ImportReply>({
    message: imported.isNewVersion ? m.builder_imported_version() : m.builder_imported(),
    remarks: imported.remarks,
    to: `/o/${member.organization.slug}/instruments/${imported.key}`,
  });
}

export const meta: MetaFunction = () => [{ title: `${m.builder_import()} · ${m.builder_title()} · Manumit` }];

export default function ImportInstrument() {
  const { base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.builder_import()}
        lead={m.builder_import_lead()}
        breadcrumbs={[{ label: m.builder_title(), to: `${base}/instruments` }, { label: m.builder_import() }]}
      />
      <ImportForm reply={reply} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
