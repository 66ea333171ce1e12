import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { saveSection } from '~/questionnaires/responses/save-section.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { takeWorkbook } from '~/questionnaires/workbook/take-workbook.server';
import { WorkbookSection } from '~/questionnaires/workbook/workbook-section';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  const read = await member.inOrganization((db) => readResponse(db, param(params, 'responseId')));
  if (read?.sharing !== 'own') throw notFound();
  const base = `/o/${member.organization.slug}/responses`;
  return { base, here: `${base}/${read.id}`, supplier: read.party.name, isOpen: read.status === 'open' };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  const responseId = param(params, 'responseId');
  const now = new Date();
  const reply = await takeWorkbook(request, {
    load: async () => {
      const read = await member.inOrganization((db) => readResponse(db, responseId));
      return read?.sharing === 'own' ? read : null;
    },
    shownIn: localizedInstrument,
    sender: { organizationId: member.organization.id, address: context.clientAddress },
    save: async (sectionKey, form) => {
      const saved = await saveSection(member, { responseId, sectionKey, form, now });
      return saved.kind === 'section' ? saved.refusals : {};
    },
  });
  if (!reply) throw notFound();
  const isBad = reply.kind === 'problem' || (reply.kind === 'compared' && reply.read.kind === 'refused');
  return data(reply, { status: isBad ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.workbook_title()} · ${loaded?.supplier ?? ''} · Manumit` },
];

export default function ResponseWorkbook() {
  const { base, here, supplier, isOpen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.workbook_title()}
        breadcrumbs={[{ label: m.responses_title(), to: base }, { label: supplier, to: here }, { label: m.workbook_title() }]}
      />
      <WorkbookSection download={`${here}/workbook.xlsx`} reply={reply ?? null} mayAnswer={isOpen} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
