import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ownTableKinds } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { EditionTable, KindTable } from '~/risk/reference-tables/edition-list';
import { readEditions } from '~/risk/reference-tables/read-editions.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';

const kindSchema = z.enum(ownTableKinds);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:supplier');
  const { kinds, editions } = await inOrganization((db) => readEditions(db, new Date().toISOString().slice(0, 10)));
  return {
    here: `/o/${organization.slug}/settings/reference-tables`,
    kinds,
    editions: editions.map((edition) => ({ ...edition, kind: kindSchema.parse(edition.kind) })),
    mayLoad: can('edit:reference-table'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.reference_tables_title()} · Manumit` }];

export default function ReferenceTables() {
  const { here, kinds, editions, mayLoad } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.reference_tables_title()} lead={m.reference_tables_lead()} />
      <KindTable kinds={kinds} here={here} mayLoad={mayLoad} />
      <EditionTable editions={editions} here={here} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
