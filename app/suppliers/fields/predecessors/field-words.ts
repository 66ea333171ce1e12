import { m } from '~/paraglide/messages';
import type { Field } from './fields';

const fieldNames: Record<Field, () => string> = {
  supplierName: m.import_field_supplier_name,
  siteName: m.import_field_site_name,
  publicId: m.import_field_public_id,
  osId: m.import_field_os_id,
  externalId: m.import_field_external_id,
  country: m.import_field_country,
  address: m.import_field_address,
  city: m.import_field_city,
  region: m.import_field_region,
  postalCode: m.import_field_postal_code,
  lat: m.import_field_lat,
  lng: m.import_field_lng,
  sector: m.import_field_sector,
  product: m.import_field_product,
  workers: m.import_field_workers,
  femaleShare: m.import_field_female_share,
  migrantShare: m.import_field_migrant_share,
  agencyShare: m.import_field_agency_share,
  subcontractors: m.import_field_subcontractors,
  labourProviders: m.import_field_labour_providers,
  parentCompany: m.import_field_parent_company,
  group: m.import_cleaning_field_group,
  customer: m.import_cleaning_field_customer,
  supplyShare: m.import_cleaning_field_supply_share,
  year: m.import_cleaning_field_year,
  tier: m.import_field_tier,
  lei: m.import_field_lei,
  duns: m.import_field_duns,
  registration: m.import_field_registration,
  supplierType: m.import_field_supplier_type,
  asOf: m.import_field_as_of,
  ignore: m.import_field_ignore,
};

/** What a column is taken as. */
export const fieldName = (field: Field): string => fieldNames[field]();
