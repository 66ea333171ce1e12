import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { listParties } from '~/lending/deals/list-parties.server';
import { PartiesSection, PutPartySection } from '~/lending/deals/parties-section';
import { listProjectGrants } from '~/lending/deals/list-project-access.server';
import { ProjectGrantsSection } from '~/lending/deals/project-access-section';
import { ProjectGoodsSection, ProjectInheritedSection } from '~/lending/deals/project-chain-section';
import { putParty, takePartyOff } from '~/lending/deals/put-party.server';
import { readProjectChain } from '~/lending/deals/read-project-chain.server';
import { partyFields } from '~/lending/deals/schema';
import { dealRefusalLabel } from '~/lending/deals/labels';
import { takePartyStep } from '~/suppliers/party-step/take-party-step.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const now = new Date();
  const read = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    if (!found) return null;
    const rows = await listParties(db, found.id);
    const partyIds = rows.map(({ partyId }) => partyId);
    const chain = await readProjectChain(db, { clientPartyId: found.clientPartyId, partyIds, asOf: now.toISOString().slice(0, 10) });
    const grants = await listProjectGrants(db, { partyIds: [found.clientPartyId, ...partyIds], now });
    return { rows, chain, grants };
  });
  if (!read) throw notFound();
  return { ...read, mayEdit: member.can('edit:deal'), mayAdd: member.can('edit:supplier'), base: `/o/${member.organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const form = await readForm(request);
  const step = await takePartyStep(form, { name: 'party', request, params });
  if (step) return data(step, { status: step.isRefused ? 422 : 200 });
  const read = parseForm(form, partyFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const act = read.value;
  const by = { dealId: param(params, 'dealId'), partyPublicId: act.party, userId: member.user.id };
  const done = await member.inOrganization((db) =>
    act.intent === 'put' ? putParty(db, { ...by, part: act.part, note: act.note }) : takePartyOff(db, by),
  );
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'refused') return data({ failure: formFailure(form, { '': [dealRefusalLabel(done.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${by.dealId}/supply-chain`, {
    tone: 'success',
    text: done.kind === 'put' ? m.deals_chain_put_flash() : m.deals_chain_taken_off_flash(),
  });
}

export default function DealChain() {
  const { rows, chain, grants, mayEdit, mayAdd, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="grid grid-cols-1 gap-8">
      <PartiesSection rows={rows} base={base} mayEdit={mayEdit} />
      {mayEdit && <PutPartySection failure={reply?.failure} known={reply && 'known' in reply ? reply.known : []} mayAdd={mayAdd} />}
      <ProjectGrantsSection grants={grants} base={base} />
      <ProjectInheritedSection chain={chain} base={base} />
      <ProjectGoodsSection goods={chain.goods} base={base} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
