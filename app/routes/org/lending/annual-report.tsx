import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type Member, requireMember } from '~/access/require-member.server';
import { drawYear } from '~/lending/annual-report/draw-year.server';
import { LackingList } from '~/lending/annual-report/lacking-list';
import { listYears } from '~/lending/annual-report/read-year.server';
import { freezeReport } from '~/documents/frozen-documents/freeze-report.server';
import { FrozenList } from '~/documents/frozen-documents/frozen-list';
import { listReports } from '~/documents/frozen-documents/read-reports.server';
import { LenderReportView } from '~/lending/due-diligence-report/report-view';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { redirectWithFlash } from '~/platform/http/responses.server';

/** The year in the address, or the current one. The principles were first adopted in 2003. */
function yearOf(request: Request, now: Date): number {
  const year = Number(new URL(request.url).searchParams.get('year'));
  return Number.isInteger(year) && year >= 2003 && year <= 2200 ? year : now.getUTCFullYear();
}

const drawn = (member: Member, options: { year: number; now: Date; state: 'draft' | 'frozen' }) => ({
  ...options,
  organization: { name: member.organization.name },
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const now = new Date();
  const year = yearOf(request, now);
  const read = await member.inOrganization(async (db) => ({
    years: await listYears(db, now.toISOString().slice(0, 10)),
    made: await drawYear(db, drawn(member, { year, now, state: 'draft' })),
    reports: await listReports(db, { kind: 'yearly', year }),
  }));
  const { made } = read;
  return {
    ...{ year, years: [...new Set([year, ...read.years])].sort((a, b) => b - a), reports: read.reports },
    lacking: made.kind === 'refused' ? made.lacking : null,
    document: made.kind === 'drawn' ? made.report.document : null,
    locale: made.kind === 'drawn' ? made.report.locale : 'en',
    organization: member.organization.name,
    base: `/o/${member.organization.slug}`,
    mayPrepare: member.can('prepare:report') && made.kind === 'drawn',
    maySign: member.can('decide:deal'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'prepare:report');
  if (!member.can('read:deal')) throw new Response(null, { status: 403 });
  const now = new Date();
  const year = yearOf(request, now);
  const frozen = await member.inOrganization(async (db) => {
    const made = await drawYear(db, drawn(member, { year, now, state: 'frozen' }));
    if (made.kind === 'refused') return false;
    await freezeReport(db, made.report, {
      of: { kind: 'yearly', year },
      organizationId: member.organization.id,
      userId: member.user.id,
    });
    return true;
  });
  // The page itself lists what is missing.
  if (!frozen) return data({ isRefused: true }, { status: 409 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/annual-report?year=${year}`, {
    tone: 'success',
    text: m.annual_report_frozen_flash({ year: String(year) }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${m.annual_report_title({ year: String(loaded.year) })} · Manumit` : 'Manumit' },
];

export default function YearlyReport() {
  const { year, years, reports, lacking, document, locale, organization, base, mayPrepare, maySign } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.annual_report_title({ year: String(year) })}
        lead={m.annual_report_lead()}
        breadcrumbs={[{ label: m.deals_title(), to: `${base}/deals` }, { label: m.annual_report_crumb() }]}
      />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-2" data-print="none">
        <Select
          key={year}
          name="year"
          label={m.annual_report_column_year()}
          defaultValue={String(year)}
          options={years.map((each) => ({ value: String(each), label: String(each) }))}
          className="w-32"
        />
        <Button type="submit">{m.annual_report_show()}</Button>
      </Form>
      {lacking && <LackingList lacking={lacking} base={base} />}
      {document && <LenderReportView document={document} maker={organization} locale={locale} />}
      <FrozenList
        reports={reports}
        base={base}
        files={['pdf', 'xlsx', 'json']}
        mayPrepare={mayPrepare}
        maySign={maySign}
        submit={m.annual_report_freeze({ year: String(year) })}
        lead={m.annual_report_frozen_lead()}
      />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
