import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { resolveStep } from '~/organizations/demonstration/resolve-step.server';
import { tourOf } from '~/organizations/demonstration/stories';
import { tourCookie } from '~/organizations/demonstration/tour-cookie';
import { TourPage } from '~/organizations/demonstration/tour-page';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

async function requireDemonstration(...given: Parameters<typeof requireMember>) {
  const member = await requireMember(...given);
  if (!member.organization.isDemonstration) throw notFound();
  return member;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, role } = await requireDemonstration(request, params);
  return { slug: organization.slug, kind: organization.kind, role };
}

/** Opens the requested step, counted from 0; any other value ends the tour at the home page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireDemonstration(request, params);
  const wanted = (await readForm(request)).get('step');
  const steps = tourOf({ kind: member.organization.kind, role: member.role });
  const step = typeof wanted === 'string' && /^\d{1,2}$/.test(wanted) ? steps[Number(wanted)] : undefined;
  const path = step ? await member.inOrganization((db) => resolveStep(db, step.target)) : '';
  return redirect(`/o/${member.organization.slug}${path}`, {
    status: 303,
    headers: { 'set-cookie': tourCookie(step ? steps.indexOf(step) : null) },
  });
}

export const meta: MetaFunction = () => [{ title: `${m.demonstration_tour_title()} · Manumit` }];

export default function Tour() {
  const { slug, kind, role } = useLoaderData<typeof loader>();
  return <TourPage slug={slug} steps={tourOf({ kind, role })} />;
}
