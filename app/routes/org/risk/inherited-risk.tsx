import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { InheritedRisk } from '~/risk/inherited-risk/inherited-risk';
import { readInherited } from '~/risk/inherited-risk/read-inherited.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const inherited = await member.inOrganization(
    async (db) => {
      const buyer = await db.party.findFirst({
        where: { kind: 'buyer' },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
      });
      return buyer && readInherited(db, { partyId: buyer.id, asOf });
    },
    { timeoutMs: 60_000 },
  );
  return { inherited, base: `/o/${member.organization.slug}`, organization: member.organization.name };
}

export const meta: MetaFunction = () => [{ title: `${m.what_if_inherited_title()} · Manumit` }];

export default function InheritedByOrganization() {
  const { inherited, base, organization } = useLoaderData<typeof loader>();
  const isEmpty = inherited === null || (inherited.status === 'known' && inherited.upstream === 0);
  return (
    <>
      <PageHeader
        title={m.what_if_inherited_title()}
        lead={m.what_if_inherited_lead({ organization })}
        breadcrumbs={[{ label: m.suppliers_map_title(), to: `${base}/map` }, { label: m.what_if_inherited_title() }]}
        actions={
          <LinkButton to={`${base}/what-if`} variant="quiet">
            {m.what_if_what_if()}
          </LinkButton>
        }
      />
      {isEmpty ? (
        <EmptyState
          title={m.what_if_inherited_empty()}
          actions={<LinkButton to={`${base}/suppliers`}>{m.suppliers_map_as_list()}</LinkButton>}
        >
          {m.what_if_inherited_empty_text()}
        </EmptyState>
      ) : (
        inherited && <InheritedRisk inherited={inherited} base={base} />
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
