import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { openDeal } from '~/lending/deals/open-deal.server';
import { recordFields } from '~/lending/deals/schema';
import { DealForm } from '~/lending/deals/deal-form';
import { dealRefusalLabel } from '~/lending/deals/labels';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { ChooseSupplier } from '~/suppliers/choices/choose-supplier';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const url = new URL(request.url).searchParams;
  const publicId = url.get('client')?.trim() ?? '';
  const client = publicId
    ? await member.inOrganization((db) =>
        db.party.findFirst({ where: { publicId, kind: 'supplier' }, select: { name: true, publicId: true } }),
      )
    : null;
  return {
    ...(await foundByAddress({ request, params })),
    client,
    mayAdd: member.can('edit:supplier'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const form = await readForm(request);
  const read = parseForm(form, recordFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const opened = await member.inOrganization((db) =>
    openDeal(db, read.value, { clientPublicId: givenText(form, 'client'), userId: member.user.id, now: new Date() }),
  );
  if (opened.kind === 'refused') return data({ failure: formFailure(form, { '': [dealRefusalLabel(opened.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${opened.dealId}`, {
    tone: 'success',
    text: m.deals_opened_flash({ number: opened.number }),
  });
}

export const meta: MetaFunction = () => [{ title: `${m.deals_new()} · Manumit` }];

export default function NewDeal() {
  const { client, mayAdd, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-prose">
      <PageHeader
        title={m.deals_new()}
        breadcrumbs={[{ label: m.deals_title(), to: `${base}/deals` }, { label: m.deals_new() }]}
        {...(client ? { lead: client.name } : {})}
      />
      {client ? (
        <>
          <p className="mb-4">
            <Link to={`${base}/deals/new`}>{m.deals_choose_other()}</Link>
          </p>
          <DealForm failure={reply?.failure} hidden={{ client: client.publicId }} submit={m.deals_open()} />
        </>
      ) : (
        <ChooseSupplier name="client" label={m.deals_choose_client()} form="deal" mayAdd={mayAdd} />
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
