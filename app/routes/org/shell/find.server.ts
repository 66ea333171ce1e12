import type { Member } from '~/access/require-member.server';
import { visibleAudits } from '~/audits/planning/find-audit.server';
import { m } from '~/paraglide/messages';
import { searchParties } from '~/suppliers/registry/search-suppliers.server';
import { countryOptions } from '~/suppliers/facts/country-options';
import { partyHref } from '~/suppliers/parties/party-href';
import { formatCountry } from '~/ui/format';
import { destinations } from './destinations';
import { matchOf } from './match-words';
import { navigationOf } from './navigation';
import en from './search-words/en.json';
import es from './search-words/es.json';
import fr from './search-words/fr.json';

/** A result: its label, its kind and its address. */
export type Found = { label: string; detail?: string; href: string };

const mostPlaces = 8;
const kinds = { command: m.shell_find_command, list: m.shell_find_list, page: m.shell_find_page };
const wordsByLanguage: readonly Readonly<Record<string, string>>[] = [en, fr, es];

/** The description of a party that is not a supplier. */
const partyKinds: Readonly<Record<string, () => string>> = { site: m.suppliers_site, 'labour-recruiter': m.suppliers_provider };

/** Commands, lists, pages and records that match a text, limited to what the member may open. Three queries. */
export async function findAll(member: Member, text: string): Promise<Found[]> {
  const places = findPlaces(member, text);
  return text.trim().length < 2 ? places : [...places, ...(await findRecords(member, text.trim().slice(0, 200)))];
}

/** Terms of all three languages match, whatever the reader's language. */
function findPlaces({ organization, can }: Member, text: string): Found[] {
  const base = `/o/${organization.slug}`;
  const navigation = navigationOf({ ...organization, can });
  const pages = [...navigation.row, ...navigation.more].flatMap(({ label, views }) =>
    views.map((view) => ({ ...view, detail: view.label === label ? kinds.page() : label })),
  );
  const settings = navigation.settings.map((page) => ({ ...page, detail: m.shell_nav_settings() }));
  const offered = destinations
    .filter(({ needs }) => can(needs))
    .map(({ key, kind, label, to }) => ({
      label: label(),
      detail: kinds[kind](),
      to: to.startsWith('//') ? to.slice(1) : base + to,
      words: wordsByLanguage.map((words) => words[key] ?? '').join(' '),
    }));
  const countries = can('read:supplier')
    ? countryOptions().map(({ value, label }) => ({
        label: m.shell_find_country({ country: label }),
        detail: kinds.list(),
        to: `${base}/suppliers?country=${value}`,
        country: label,
      }))
    : [];
  const ranked = [
    ...[...offered, ...pages, ...settings].map((place) => ({ place, rank: matchOf(text, place) })),
    // A country matches by its name only, from three letters on; otherwise each letter would match a dozen.
    ...(text.trim().length < 3 ? [] : countries.map((place) => ({ place, rank: matchOf(text, { label: place.country }) }))),
  ];
  const seen = new Set<string>();
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ place: { label, detail, to } }) => (seen.has(to) ? [] : [seen.add(to) && { label, detail, href: to }]))
    .slice(0, mostPlaces);
}

async function findRecords({ organization, user, role, can, inOrganization }: Member, text: string): Promise<Found[]> {
  const base = `/o/${organization.slug}`;
  const contains = { contains: text.replace(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' as const };
  const { parties, deals, audits } = await inOrganization(async (db) => ({
    parties: can('read:supplier') ? await searchParties(db, { text }) : [],
    deals: can('read:deal')
      ? await db.deal.findMany({
          where: { OR: [{ number: contains }, { projectName: contains }] },
          orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
          take: 5,
          select: { id: true, number: true, projectName: true },
        })
      : [],
    audits: can('read:audit')
      ? await db.audit.findMany({
          where: { AND: [visibleAudits({ userId: user.id, role }), { OR: [{ number: contains }, { party: { name: contains } }] }] },
          orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
          take: 5,
          select: { id: true, number: true, party: { select: { name: true } } },
        })
      : [],
  }));
  return [
    ...parties.flatMap((party) => {
      const href = partyHref(base, party);
      if (!href) return [];
      const country = party.country ? formatCountry(party.country) : null;
      return [{ label: party.name, detail: [partyKinds[party.kind]?.(), country, party.publicId].filter(Boolean).join(' · '), href }];
    }),
    ...deals.map(({ id, number, projectName }) => ({
      label: projectName,
      detail: `${m.shell_find_deal()} · ${number}`,
      href: `${base}/deals/${id}`,
    })),
    ...audits.map(({ id, number, party }) => ({
      label: party.name,
      detail: `${m.shell_find_audit()} · ${number}`,
      href: `${base}/audits/${id}`,
    })),
  ];
}
