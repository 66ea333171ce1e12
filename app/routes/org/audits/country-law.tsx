import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countryRow, nationalLawOf } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { CountryLawPage } from '~/audits/national-law/country-law-page';
import { handleLawAction } from '~/audits/national-law/handle-law-action.server';
import { readEntered } from '~/audits/national-law/read-entered.server';
import { showRequirement } from '~/audits/national-law/requirement';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { param } from '~/platform/http/param.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { formatCountry } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const country = countryOf(param(params, 'iso2'));
  const entered = await member.inOrganization((db) => readEntered(db, { country }));
  const today = dayOf(new Date());
  return {
    ...{ country, entered, today, userId: member.user.id, base: `/o/${member.organization.slug}` },
    released: nationalLawOf(country, today).map(showRequirement),
    mayEnter: member.can('record:audit') || member.can('approve:audit'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const country = countryOf(param(params, 'iso2'));
  if (!member.can('record:audit') && !member.can('approve:audit')) throw forbidden();
  const options = { country, userId: member.user.id, today: dayOf(new Date()) };
  const reply = await handleLawAction(member.inOrganization, await readForm(request), options);
  if (reply.kind === 'done')
    return redirectWithFlash(`/o/${member.organization.slug}/national-law/${country}`, { tone: 'success', text: reply.flash });
  return data({ problem: reply.problem, errors: reply.errors }, { status: 422 });
}

function countryOf(code: string): string {
  if (!/^[A-Z]{2}$/.test(code) || !countryRow(code, dayOf(new Date()))) throw notFound();
  return code;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.national_law_title()} · ${loaded ? formatCountry(loaded.country) : ''} · Manumit` },
];

export default function CountryLaw() {
  const { country, base, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.national_law_of({ country: formatCountry(country) })}
        breadcrumbs={[{ label: m.audits_title(), to: `${base}/audits` }, { label: formatCountry(country) }]}
      />
      <CountryLawPage {...page} reply={useActionData<typeof action>() ?? null} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
