import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { addCovenant } from '~/lending/covenants/add-covenant.server';
import { CovenantForm } from '~/lending/covenants/covenant-form';
import { UsualCovenants } from '~/lending/covenants/covenant-table';
import { covenantFields } from '~/lending/covenants/covenant-schema';
import { covenantRefusalLabel } from '~/lending/covenants/labels';
import { covenantTexts } from '~/lending/covenants/read-covenants.server';
import { usualCovenant, usualCovenants } from '~/lending/covenants/usual-covenants';
import { readDeal } from '~/lending/deals/read-deal.server';
import { categories } from '~/lending/deal-record/states';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

const todayOf = () => new Date().toISOString().slice(0, 10);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const found = await member.inOrganization(async (db) => {
    const deal = await readDeal(db, { dealId: param(params, 'dealId'), today: todayOf() });
    if (!deal) return null;
    return { category: categoryOf(deal.categories[0]?.category), used: await covenantTexts(db, deal.id) };
  });
  if (!found) throw notFound();
  return { usual: usualCovenants(found.category), used: found.used };
}

const categoryOf = (category: string | undefined) => categories.find((known) => known === category) ?? null;

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const form = await readForm(request);
  const usual = form.get('usual');
  const by = { dealId: param(params, 'dealId'), userId: member.user.id, now: new Date() };
  const read = typeof usual === 'string' ? null : parseForm(form, covenantFields);
  if (read && !read.ok) return data({ failure: read }, { status: 422 });
  const added = await member.inOrganization(async (db) => {
    if (read) return addCovenant(db, read.value, by);
    const deal = await readDeal(db, { dealId: by.dealId, today: todayOf() });
    if (!deal) return { kind: 'unknown' as const };
    const fields = usualCovenant(String(usual), { category: categoryOf(deal.categories[0]?.category), today: todayOf() });
    return fields ? addCovenant(db, fields, by) : null;
  });
  if (added === null) throw badRequest('No such usual covenant');
  if (added.kind === 'unknown') throw notFound();
  if (added.kind === 'refused') return data({ failure: formFailure(form, { '': [covenantRefusalLabel(added.code)] }) }, { status: 422 });
  const here = `/o/${member.organization.slug}/deals/${by.dealId}/monitoring`;
  // Standard covenants are added one after another from the same page; one written by hand opens after it is saved.
  return redirectWithFlash(read ? `${here}/covenants/${added.covenantId}` : `${here}/covenants/new#usual`, {
    tone: 'success',
    text: m.monitoring_flash_added({ number: added.number }),
  });
}

export default function NewCovenant() {
  const { usual, used } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="grid grid-cols-1 gap-8">
      <UsualCovenants usual={usual} used={used} />
      <Section title={m.monitoring_own_title()} id="own">
        <CovenantForm saved={null} failure={reply?.failure} submit={m.monitoring_add()} />
      </Section>
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
