import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listInstruments } from '~/questionnaires/responses/list-instruments.server';
import { CampaignForm } from '~/questionnaires/campaigns/campaign-form';
import { ChooseTable } from '~/questionnaires/campaigns/choose-table';
import { draftCampaign } from '~/questionnaires/campaigns/draft-campaign.server';
import { depthOfMost } from '~/questionnaires/requests/propose-depth.server';
import { readChoice } from '~/questionnaires/campaigns/read-choice.server';
import { campaignFields } from '~/questionnaires/campaigns/schema';
import { selectionOf } from '~/questionnaires/campaigns/selection.server';
import { askedChoices } from '~/questionnaires/campaigns/states';
import { askedLabel } from '~/questionnaires/campaigns/labels';
import { sectorFilter, supplierFilters } from '~/risk/supplier-pages/supplier-filters';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const url = new URL(request.url).searchParams;
  const { choice, offered } = await member.inOrganization(async (db) => ({
    choice: await readChoice(db, { params: url, today: new Date().toISOString().slice(0, 10) }),
    offered: await listInstruments(db),
  }));
  return {
    ...choice,
    proposal: depthOfMost(choice.byDepth),
    instruments: offered.filter(({ audience }) => audience.includes('supplier')),
    mails: canSendMail(),
    mayImport: member.can('import:supplier'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'ask:supplier');
  const url = new URL(request.url).searchParams;
  const form = await readForm(request);
  const read = parseForm(form, campaignFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const { name, instrument: instrumentKey, locale, dueOn = null, reminders: reminderDays, message = '' } = read.value;
  const takenOut = [...new Set(url.getAll('except'))].slice(0, 2_000);
  const drafted = await member.inOrganization((db) =>
    draftCampaign(db, {
      draft: { name, instrumentKey, locale, dueOn, reminderDays, message, selection: selectionOf(url), takenOut },
      campaignId: url.get('draft'),
      userId: member.user.id,
    }),
  );
  if (!drafted) return data({ failure: formFailure(form, { '': [m.campaigns_not_draft()] }) }, { status: 409 });
  return redirect(`/o/${member.organization.slug}/campaigns/${drafted.campaignId}/check`, 303);
}

export const meta: MetaFunction = () => [{ title: `${m.campaigns_new()} · Manumit` }];

export default function NewCampaign() {
  const { page, counts, countries, sectorChoices, draft, instruments, proposal, mails, mayImport, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={draft ? draft.name : m.campaigns_new()}
        lead={m.campaigns_new_lead()}
        breadcrumbs={[{ label: m.campaigns_title(), to: `${base}/campaigns` }, { label: m.campaigns_new() }]}
      />
      {counts.all === 0 ? (
        <EmptyState
          title={m.suppliers_empty_title()}
          actions={
            mayImport && (
              <LinkButton to={`${base}/suppliers/import`} icon="import" variant="primary">
                {m.suppliers_import()}
              </LinkButton>
            )
          }
        >
          {m.suppliers_empty_text()}
        </EmptyState>
      ) : (
        <>
          <Section title={m.campaigns_whom()} lead={m.campaigns_whom_lead()}>
            <FilterBar
              searchLabel={m.suppliers_search()}
              searchHint={m.suppliers_search_hint()}
              filters={[
                ...supplierFilters({ countries, withUnscored: false }),
                sectorFilter({ sectors: sectorChoices }),
                { name: 'asked', label: m.campaigns_asked(), options: askedChoices.map((value) => ({ value, label: askedLabel(value) })) },
                { name: 'first', label: m.campaigns_first(), options: [{ value: 'yes', label: m.campaigns_first_yes() }] },
              ]}
            />
            <ChooseTable rows={page.rows} />
            <CursorPager before={page.before} after={page.after} shown={page.rows.length} total={page.total} />
          </Section>
          <Section title={m.campaigns_what()}>
            <CampaignForm instruments={instruments} proposal={proposal} saved={draft} mails={mails} failure={reply?.failure} />
          </Section>
        </>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
