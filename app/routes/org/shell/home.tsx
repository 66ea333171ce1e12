import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { ChangesLine } from '~/platform/changes/changes-line';
import { UrgentTasks } from '~/platform/queue/queue-panel';
import { LinkButton } from '~/ui/button';
import { formatDate } from '~/ui/format';
import { AuditorHome } from './auditor-home';
import { CompanyHome } from './company-home';
import { LenderHome } from './lender-home';
import { readHome } from './read-home.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params);
  return {
    organization: { name: member.organization.name, slug: member.organization.slug },
    home: await readHome(member, new Date(Date.now())),
    may: {
      import: member.can('import:supplier'),
      addSupplier: member.can('edit:supplier'),
      addDeal: member.can('edit:deal'),
      planAudit: member.can('plan:audit'),
      readReport: member.can('read:report'),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.organization.name} · Manumit` : 'Manumit' }];

export default function Home() {
  const { organization, home, may } = useLoaderData<typeof loader>();
  const base = `/o/${organization.slug}`;
  const { kind, today } = home;
  // With one button, the title and the button share a line, and what changed has the next one.
  const isShort = kind === 'lender' || (kind === 'auditor' && home.firm !== null);
  return (
    <>
      <header className={`mb-4 flex flex-wrap justify-between gap-y-2 ${isShort ? 'items-baseline gap-x-3' : 'items-center gap-x-6'}`}>
        <div className={isShort ? 'contents' : 'flex flex-wrap items-baseline gap-x-3'}>
          <h1>{kind !== 'auditor' ? m.home_today() : home.firm ? m.auditor_home_firm_title() : m.home_visits_title()}</h1>
          <p className={`text-muted ${isShort ? 'max-sm:order-1 max-sm:w-full' : ''}`}>
            {formatDate(today)}
            {/* The bar above names the organization; a printed page has no bar. */}
            <bdi className="hidden print:inline"> · {organization.name}</bdi>
          </p>
          {home.changes && (
            <div className={isShort ? 'order-2 w-full' : undefined}>
              <ChangesLine changes={home.changes} base={base} />
            </div>
          )}
        </div>
        <div className={`flex flex-wrap gap-2 ${isShort ? 'ms-auto' : ''}`} data-print="none">
          {kind === 'lender' && may.addDeal && (
            <LinkButton to={`${base}/deals/new`} icon="add">
              {m.deals_new()}
            </LinkButton>
          )}
          {kind === 'auditor' && may.planAudit && (
            <LinkButton to={`${base}/audits/new`} icon="add">
              {m.audits_plan()}
            </LinkButton>
          )}
          {kind === 'company' && home.picture && (
            <LinkButton to={`${base}/what-if`} variant="quiet">
              {m.what_if_what_if()}
            </LinkButton>
          )}
          {kind === 'company' && home.picture && may.readReport && (
            <LinkButton to={`${base}/board-paper`} icon="file">
              {m.board_paper_prepare()}
            </LinkButton>
          )}
          {kind === 'company' && may.import && (
            <LinkButton to={`${base}/suppliers/import`} icon="import">
              {m.shell_home_empty_import()}
            </LinkButton>
          )}
        </div>
      </header>
      <UrgentTasks queue={home.queue} today={today} base={base} />
      {kind === 'company' ? (
        <CompanyHome home={home} base={base} may={may} />
      ) : kind === 'lender' ? (
        <LenderHome home={home} base={base} may={may} />
      ) : (
        <AuditorHome home={home} base={base} />
      )}
    </>
  );
}
