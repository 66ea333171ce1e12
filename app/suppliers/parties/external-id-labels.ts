import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';

const names: Readonly<Record<string, () => string>> = {
  osId: m.match_id_os,
  lei: m.match_id_lei,
  duns: m.match_id_duns,
  registration: m.match_id_registration,
  taxNumber: m.match_id_tax_number,
  supplierNumber: m.match_id_supplier_number,
};

/** What an identifier is called in the reader's language; one that is not known here comes back as it was. */
export const externalIdName = (key: string): string => names[key]?.() ?? key;

/** An identifier as it is read: a registration or tax number with its country. */
export function externalIdText(key: string, value: string): string {
  const [, country, number] = ((key === 'registration' || key === 'taxNumber') && /^([A-Z]{2}):(.+)$/.exec(value)) || [];
  return country && number ? `${number} (${formatCountry(country)})` : value;
}
