import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { type OwnTableKind, ownTableKinds } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { EditionForm, type UploadReply } from '~/risk/reference-tables/edition-form';
import { formatOf, hasRows } from '~/risk/reference-tables/formats';
import { keepEdition } from '~/risk/reference-tables/keep-edition.server';
import { readTableApart } from '~/risk/reference-tables/read-table-apart.server';
import { kindName } from '~/risk/reference-tables/kind-name.server';
import { editionFields } from '~/risk/reference-tables/schema';

import { m } from '~/paraglide/messages';
import { countReading } from '~/platform/parser/count-reading.server';
import { readRefusalText, tooOftenText } from '~/platform/parser/refusal-labels';
import { PageHeader } from '~/ui/page-header';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readUpload } from '~/platform/forms/read-upload.server';
import { notFound } from '~/platform/http/responses.server';

/** Governance estimates of all years are about 8 MB as text. */
const fileBytes = 20 * 1024 * 1024;

/** The kind in the address; 404 for any other. */
function kindOf(request: Request): OwnTableKind {
  const kind = z.enum(ownTableKinds).safeParse(new URL(request.url).searchParams.get('kind') ?? ownTableKinds[0]);
  if (!kind.success) throw notFound();
  return kind.data;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:reference-table');
  const kind = kindOf(request);
  const { columns, defaultProducer, moves } = formatOf(kind);
  return {
    here: `/o/${member.organization.slug}/settings/reference-tables`,
    kind,
    name: kindName(kind),
    format: { columns, defaultProducer, moves },
  };
}

/**
 * Parses a file in a separate process and stores its content. Nothing takes effect before a person has reviewed the changes (`settings.reference-
 * tables.$editionId`).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:reference-table');
  const kind = kindOf(request);
  const refused = (reply: Partial<UploadReply>) =>
    data<UploadReply>({ failure: null, message: null, remarks: [], ...reply }, { status: 422 });
  const organizationId = member.organization.id;
  const upload = await readUpload(request, { limit: fileBytes });
  if (upload.kind === 'problem')
    return refused({ message: upload.code === 'too-large' ? m.reference_tables_too_large() : m.reference_tables_no_file() });
  const form = new FormData();
  for (const [name, values] of upload.fields) for (const value of values) form.append(name, value);
  const fields = parseForm(form, editionFields);
  const kept = (errors: Record<string, string[]>): FormFailure => formFailure(form, errors);
  if (!fields.ok || !upload.file)
    return refused({
      failure: kept({ ...(fields.ok ? {} : fields.errors), ...(upload.file ? {} : { file: [m.reference_tables_no_file()] }) }),
    });
  const minutes = await countReading({ organizationId, address: context.clientAddress });
  if (minutes > 0) return refused({ failure: kept({}), message: tooOftenText(minutes) });
  const { bytes, fileName } = upload.file;
  const read = await readTableApart(bytes, { kind, owner: organizationId, year: Number(fields.value.publishedOn?.slice(0, 4)) || null });
  if (read.kind === 'unread') return refused({ failure: kept({}), message: readRefusalText(read.refusal) });
  if (read.kind === 'no-table') return refused({ failure: kept({}), message: m.reference_tables_unread() });
  const { file } = read;
  if (!hasRows(file.tables))
    return refused({ failure: kept({}), message: m.reference_tables_nothing_read({ kind: kindName(kind) }), remarks: file.remarks });
  const id = await member.inOrganization((db) =>
    keepEdition(db, { ...fields.value, kind, file, fileName, bytes, organizationId, userId: member.user.id, now: new Date() }),
  );
  return redirect(`/o/${member.organization.slug}/settings/reference-tables/${id}`, { status: 303 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? m.reference_tables_load_kind({ kind: loaded.name }) : m.reference_tables_new()} · Manumit` },
];

export default function LoadEdition() {
  const { here, kind, name, format } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.reference_tables_load_kind({ kind: name })}
        lead={m.reference_tables_new_lead()}
        breadcrumbs={[{ label: m.reference_tables_title(), to: here }, { label: m.reference_tables_new() }]}
      />
      <EditionForm kind={kind} format={format} reply={reply} here={here} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
