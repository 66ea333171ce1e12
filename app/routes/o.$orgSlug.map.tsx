import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { PlaceTable } from '~/features/supply-map/place-table';
import { readTiers } from '~/features/supply-map/read-tiers.server';
import { readWorld } from '~/features/supply-map/read-world.server';
import { TierList } from '~/features/supply-map/tier-list';
import { WorldMap } from '~/features/supply-map/world-map';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const { world, tiers } = await member.inOrganization(async (db) => ({ world: await readWorld(db), tiers: await readTiers(db) }));
  return {
    world,
    tiers,
    list: `/o/${member.organization.slug}/suppliers`,
    inherited: `/o/${member.organization.slug}/inherited`,
    mayImport: member.can('import:supplier'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.supplier_map_title()} · Manumit` }];

export default function ChainMap() {
  const { world, tiers, list, inherited, mayImport } = useLoaderData<typeof loader>();
  const hrefOf = (country: string) => `${list}?country=${country}&sort=-score`;
  const total = tiers.reduce((sum, tier) => sum + tier.total, 0);
  const unknown = tiers.find((tier) => tier.tier === null)?.total ?? 0;
  const atRisk = world.countries.filter(({ worst }) => worst === 'high' || worst === 'severe').length;
  if (total === 0)
    return (
      <>
        <PageHeader title={m.supplier_map_title()} />
        <EmptyState
          title={m.supplier_empty_title()}
          actions={
            mayImport && (
              <LinkButton to={`${list}/import`} icon="import" variant="primary">
                {m.supplier_import()}
              </LinkButton>
            )
          }
        >
          {m.supplier_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={m.supplier_map_title()}
        lead={m.supplier_map_lead({ suppliers: formatNumber(total), countries: formatNumber(world.countries.length) })}
        actions={
          <>
            <LinkButton to={inherited}>{m.analysis_inherited_title()}</LinkButton>
            <LinkButton to={list}>{m.supplier_map_as_list()}</LinkButton>
          </>
        }
      />
      <Section title={m.supplier_map_world()}>
        <WorldMap world={world} hrefOf={hrefOf} title={m.supplier_map_finding({ count: atRisk, total: world.countries.length })} />
        {world.nowhere && <p className="mt-2 text-muted">{m.supplier_map_nowhere({ count: world.nowhere.suppliers })}</p>}
        <details className="mt-4">
          <summary className="text-accent underline">{m.supplier_map_table()}</summary>
          <div className="mt-2">
            <PlaceTable countries={world.countries} hrefOf={hrefOf} />
          </div>
        </details>
      </Section>
      <Section
        title={m.supplier_map_tiers()}
        lead={
          unknown > 0 ? (
            <>
              {m.supplier_map_tiers_unknown({ count: unknown })}{' '}
              <Link to={`${list}?view=tier-unknown`}>{m.supplier_map_tiers_unknown_show()}</Link>
            </>
          ) : undefined
        }
      >
        <TierList tiers={tiers} list={list} />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
