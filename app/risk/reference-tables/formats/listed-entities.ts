import { countryColumns, type Format, optional, required } from './format';

/** The Entity List of the Uyghur Forced Labor Prevention Act. */
export const listedEntities: Format = {
  columns: [
    required('entity', 'Entity', 'Name of entity', 'Entity name', 'Name of the entity', 'Company', 'Name'),
    optional('aliases', 'Aliases', 'Alias', 'Other names', 'Also known as', 'AKA'),
    required('effective', 'Effective date', 'Date effective', 'Date of listing', 'Listed on', 'Date added', 'effective', 'Date'),
    ...countryColumns.map((column) => ({ ...column, isRequired: false, headers: column.headers.filter((name) => name !== 'name') })),
    optional('sublists', 'Sublist', 'Sub-list', 'Sublists', 'List', 'UFLPA section', 'Section', 'Statutory basis'),
    optional('industry', 'Industry', 'Sector', 'Products', 'Merchandise'),
    optional('removedOn', 'Removed on', 'Removal date', 'Date removed', 'Delisted on'),
  ],
  template:
    'Entity,Aliases,Effective date,Country,Sublist,Industry,Removed on\r\n' +
    '"Example Cotton Co., Ltd.",Example Textile; Example Yarn,2026-10-01,China,ii,cotton yarn,\r\n' +
    'Example Silicon Company,,2026-10-01,China,i; v,polysilicon,\r\n' +
    '"Example Apparel Co., Ltd.",,2023-06-12,China,ii,apparel,2026-09-15\r\n',
  moves: 'alerts',
  defaultProducer: 'United States Department of Homeland Security, Forced Labor Enforcement Task Force',
};
