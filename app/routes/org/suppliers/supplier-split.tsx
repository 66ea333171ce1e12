import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { previewSplit } from '~/suppliers/merges/preview-split.server';
import { orderScores } from '~/suppliers/merges/score-merged.server';
import { hasSplitChoices, readSplitChoices } from '~/suppliers/merges/split-choices';
import { SplitForm } from '~/suppliers/merges/split-form';
import { readSplitParts } from '~/suppliers/merges/read-split-parts.server';
import { splitSupplier } from '~/suppliers/merges/split-supplier.server';
import { readSources } from '~/suppliers/facts/read-sources.server';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const search = new URL(request.url).searchParams;
  const { head, sites, sources, parts } = await member.inOrganization(async (db) => {
    const found = await readSupplierHead(db, params.supplierId);
    if (!found) throw notFound();
    const { records } = await readFacts(db, { partyId: found.partyId });
    const held = await db.site.findMany({
      where: { supplierPartyId: found.partyId },
      orderBy: { partyId: 'asc' },
      take: 500,
      select: { city: true, party: { select: { publicId: true, name: true } } },
    });
    const links = await db.supplyLink.findMany({
      where: { withdrawnAt: null, OR: [{ fromPartyId: found.partyId }, { toPartyId: found.partyId }] },
      select: { sourceId: true },
      take: 5_000,
    });
    const read = await readSources(
      db,
      [...records, ...links].map(({ sourceId }) => sourceId),
    );
    return {
      head: found,
      sites: held.map(({ city, party }) => ({ publicId: party.publicId, name: party.name, city })),
      sources: [...read.values()],
      parts: await readSplitParts(db, found.partyId),
    };
  });
  const choices = readSplitChoices(search);
  const preview = hasSplitChoices(choices)
    ? await previewSplit(member.inOrganization, {
        partyId: head.partyId,
        choices,
        organizationId: member.organization.id,
        userId: member.user.id,
        at: new Date(),
      })
    : null;
  return {
    name: head.name,
    publicId: head.publicId,
    sites,
    sources,
    parts: member.can('read:response') && member.can('read:finding') ? parts : { responses: [], findings: [] },
    chosen: {
      name: choices.name,
      sites: [...choices.sites],
      sources: [...choices.sources],
      responses: [...(choices.responses ?? [])],
      findings: [...(choices.findings ?? [])],
    },
    preview: preview?.kind === 'preview' ? preview : null,
    isAsked: search.has('name'),
    sectors: sectorTitles([head.sector]),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const form = await readForm(request);
  const choices = readSplitChoices(form);
  const result = await member.inOrganization(
    async (db) => {
      const partyId = await findSupplierId(db, params.supplierId);
      if (!partyId) throw notFound();
      if (choices.name === '') return { kind: 'refused', code: 'no-name' } as const;
      const split = await splitSupplier(db, { ...who, partyId, choices, at: new Date() });
      if (split.kind === 'split') await orderScores(db, { ...who, mergeId: split.mergeId });
      return split;
    },
    { timeoutMs: 60_000 },
  );
  if (result.kind === 'split')
    return redirectWithFlash(`/o/${member.organization.slug}/suppliers/${params.supplierId}/identity`, {
      tone: 'success',
      text: m.match_split_done(),
    });
  const failures = { 'no-name': { name: [m.suppliers_error_name()] }, 'nothing-chosen': { '': [m.match_split_nothing()] } };
  if (result.code === 'unknown') throw notFound();
  return data(formFailure(form, failures[result.code]), { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.match_split_title()} · ${page?.name ?? ''} · Manumit` },
];

export default function SplitSupplier() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const page = `${loaded.base}/suppliers/${loaded.publicId}`;
  return (
    <>
      <PageHeader
        title={m.match_split_title()}
        lead={m.match_split_lead()}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${loaded.base}/suppliers` },
          { label: loaded.name, to: page },
          { label: m.match_identity_title(), to: `${page}/identity` },
          { label: m.match_split_title() },
        ]}
      />
      <SplitForm {...loaded} failure={failure} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
