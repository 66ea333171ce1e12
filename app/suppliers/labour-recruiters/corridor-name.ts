import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';

/** "Nepal to Qatar". */
export const corridorName = ({ origin, destination }: { origin: string; destination: string }): string =>
  m.supply_links_corridor_name({ origin: formatCountry(origin), destination: formatCountry(destination) });
