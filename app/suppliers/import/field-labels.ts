import { fieldOfColumn } from '~/suppliers/fields/definition/import-columns';
import { textOf } from '~/suppliers/fields/definition/text';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Field, OtherColumn } from './pipeline/fields';
import type { UnreadColumn } from './pipeline/grain/unread-columns';

const otherNames: Record<OtherColumn, () => string> = {
  supplierName: m.import_field_supplier_name,
  siteName: m.import_field_site_name,
  publicId: m.import_field_public_id,
  osId: m.import_field_os_id,
  externalId: m.import_field_external_id,
  subcontractors: m.import_field_subcontractors,
  labourProviders: m.import_field_labour_recruiters,
  producer: m.import_field_producer,
  producerHere: m.import_field_producer_here,
  ...{ tier2: () => tierLabel(2), tier3: () => tierLabel(3), tier4: () => tierLabel(4), tier5: () => tierLabel(5) },
  ...{ tier2Country: () => tierCountry(2), tier3Country: () => tierCountry(3) },
  ...{ tier4Country: () => tierCountry(4), tier5Country: () => tierCountry(5) },
  coordinates: m.import_field_coordinates,
  group: m.import_cleaning_field_group,
  customer: m.import_cleaning_field_customer,
  supplyShare: m.import_cleaning_field_supply_share,
  year: m.import_cleaning_field_year,
  orderNumber: m.import_field_order_number,
  orderDate: m.import_field_order_date,
  volume: m.import_field_volume,
  volumeUnit: m.import_field_volume_unit,
  orderValue: m.import_field_order_value,
  currency: m.import_field_currency,
  lei: m.import_field_lei,
  duns: m.import_field_duns,
  registration: m.import_field_registration,
  taxNumber: m.import_field_tax_number,
  contactName: m.import_field_contact_name,
  contactRole: m.import_field_contact_role,
  contactEmail: m.import_field_contact_email,
  contactPhone: m.import_field_contact_phone,
  asOf: m.import_field_as_of,
  ignore: m.import_field_ignore,
};
const tierLabel = (tier: number) => m.import_field_tier_supplier({ tier });
const tierCountry = (tier: number) => m.import_field_tier_country({ tier });
const isOther = (field: Field): field is OtherColumn => Object.hasOwn(otherNames, field);

/** What a column is taken as. */
export function fieldName(field: Field): string {
  if (isOther(field)) return otherNames[field]();
  const read = fieldOfColumn(field);
  return read ? textOf(read.rule.label ?? read.definition.label) : field;
}

/** How many values of a column are not what its field contains, with an example. */
export function unreadText({ field, unread, filled, samples }: UnreadColumn): string {
  const of = { field: fieldName(field), unread: formatNumber(unread), filled: formatNumber(filled) };
  return m.import_unread_column({ ...of, samples: samples.join(' · ') });
}
