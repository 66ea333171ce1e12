import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { type Member, requireMember } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { findPlace } from '~/risk/overrides/find-place.server';
import { needsPublication } from '~/risk/overrides/places';
import { previewOverrides } from '~/risk/overrides/preview-override.server';
import { RaiseForm } from '~/risk/overrides/raise-form';
import { raiseFromPlace } from '~/risk/overrides/raise-from-place.server';
import { raisingSchema } from '~/risk/overrides/raise-schema';
import { placeWord, raiseRefusal, raisingErrors } from '~/risk/overrides/labels';
import { OpenCaseHere } from '~/platform/privacy/open-case';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';

const today = () => new Date(Date.now()).toISOString().slice(0, 10);

type Asked = { request: Request; supplierId: string | undefined };

/** The record in the address: 404 for one that the caller may not read, 403 where the caller may not raise an override. */
async function placeOf(db: TenantDb, { user, role }: Member, { request, supplierId = '' }: Asked) {
  const address = new URL(request.url).searchParams;
  const place = await findPlace(db, { supplierPublicId: supplierId, address, userId: user.id, role, today: today() });
  if (!place) throw notFound();
  if (!place.isAllowed) throw forbidden();
  return place;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  return member.inOrganization(async (db) => {
    const { supplier, kind, href, name, source, codes } = await placeOf(db, member, { request, supplierId: params.supplierId });
    const { before, choices } = await previewOverrides(db, { partyId: supplier.partyId, codes, asOf: today() });
    return {
      supplier: { publicId: supplier.publicId, name: supplier.name },
      place: { kind, href, name },
      before,
      choices: choices.map((choice) => ({ ...choice, isPublishedOnly: needsPublication(choice.code) })),
      asksReference: source === null,
      today: today(),
      base: `/o/${member.organization.slug}`,
      mayOpenCase: member.can('open:sensitive-case'),
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const { source } = await member.inOrganization((db) => placeOf(db, member, { request, supplierId: params.supplierId }));
  const form = await readForm(request);
  const parsed = parseForm(form, raisingSchema({ today: today(), asksReference: source === null }));
  if (!parsed.ok) return data({ ...parsed, errors: raisingErrors(parsed.errors) }, { status: 422 });
  const done = await member.inOrganization(async (db) => {
    const place = await placeOf(db, member, { request, supplierId: params.supplierId });
    const raised = await raiseFromPlace(db, place, { raising: parsed.value, userId: member.user.id, today: today() });
    return { raised, place };
  });
  const { code } = parsed.value;
  if (done.raised.kind === 'refused') return data(formFailure(form, raiseRefusal(done.raised, code)), { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/suppliers/${done.place.supplier.publicId}/score/overrides`, {
    tone: 'success',
    text: m.override_waivers_raised_done({ code }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.override_waivers_raise_title()} · ${page?.supplier.name ?? ''} · Manumit` },
];

export default function RaiseOverride() {
  const { supplier, place, before, choices, asksReference, today: day, base, mayOpenCase } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const failed = failure && 'values' in failure ? failure : undefined;
  const page = `${base}/suppliers/${supplier.publicId}`;
  return (
    <>
      <PageHeader
        title={m.override_waivers_raise_title()}
        lead={m.override_waivers_raise_lead()}
        breadcrumbs={[
          { label: m.shell_nav_suppliers(), to: `${base}/suppliers` },
          { label: supplier.name, to: page },
          { label: m.method_score(), to: `${page}/score` },
          { label: m.supplier_report_overrides_title(), to: `${page}/score/overrides` },
          { label: m.override_waivers_raise() },
        ]}
        meta={
          place.kind !== 'supplier' && (
            <span>
              {m.override_waivers_raise_seen()} <Link to={`${base}/${place.href}`}>{placeWord(place.kind, place.name)}</Link>
            </span>
          )
        }
      />
      <RaiseForm before={before} choices={choices} asksReference={asksReference} today={day} failure={failed} />
      <Section title={m.override_waivers_raise_case()}>
        <Notice tone="info">{m.override_waivers_raise_case_text()}</Notice>
        {mayOpenCase && <OpenCaseHere base={base} about={supplier.publicId} />}
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
