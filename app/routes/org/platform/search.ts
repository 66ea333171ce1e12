import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { searchParties } from '~/suppliers/registry/search-suppliers.server';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';

/** What is said of a result that is no supplier. */
const kindNames: Readonly<Record<string, () => string>> = { site: m.suppliers_site, 'labour-provider': m.suppliers_provider };

/** What the command palette shows: `{ results: [{ label, detail, href }] }`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const base = `/o/${member.organization.slug}`;
  const text = new URL(request.url).searchParams.get('q') ?? '';
  const found = await member.inOrganization((db) => searchParties(db, { text }));
  const results = found.flatMap((party) => {
    const href = partyHref(base, party);
    if (!href) return [];
    const country = party.country ? formatCountry(party.country) : null;
    return [
      {
        label: party.name,
        detail: [kindNames[party.kind]?.(), country, party.publicId].filter(Boolean).join(' · '),
        href,
      },
    ];
  });
  return Response.json({ results }, { headers: { 'Cache-Control': 'private, no-store' } });
}
