import { Link, useParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';

/** The name of a country, leading to its public page; from a page of an organization, read with the editions of tables that it loaded. */
export function CountryLink({ code }: { code: string }) {
  return <Link to={`/countries/${code}${useReadFor()}`}>{formatCountry(code)}</Link>;
}

function useReadFor(): string {
  const { orgSlug } = useParams();
  return orgSlug ? `?for=${orgSlug}` : '';
}

/** Several countries, each leading to its page. */
export function CountryLinks({ codes }: { codes: readonly string[] }) {
  return codes.map((code, at) => (
    <span key={code}>
      {at > 0 && ', '}
      <CountryLink code={code} />
    </span>
  ));
}

/** What to check in a country, and in a sector of it where that is known. */
export function ChecksLink({ country, sector }: { country: string; sector: string | null }) {
  const readFor = useReadFor();
  const page = sector ? `/countries/${country}/sectors/${sector.slice(0, 2)}` : `/countries/${country}`;
  return <Link to={`${page}${readFor}#checks`}>{m.countries_checks_link({ country: formatCountry(country) })}</Link>;
}
