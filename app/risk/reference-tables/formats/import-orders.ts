import { countryColumns, type Format, optional, required } from './format';

/** Withhold release orders and findings of United States Customs and Border Protection. */
export const importOrders: Format = {
  columns: [
    optional('issued', 'Date', 'Date issued', 'Issued', 'Issue date', 'Order date', 'Effective date'),
    ...countryColumns.map((column) => ({ ...column, headers: column.headers.filter((name) => name !== 'State' && name !== 'name') })),
    optional(
      'entity',
      'Entity',
      'Entities',
      'Manufacturer',
      'Manufacturers',
      'Manufacturer/s',
      'Manufacturer(s)',
      'Entity name',
      'Company',
    ),
    optional('merchandise', 'Merchandise', 'Goods', 'Product', 'Products', 'Commodity'),
    required('status', 'Status', 'Order status', 'WRO status'),
    optional('statusSince', 'Status date', 'Date of status', 'Status since', 'Date modified', 'Date revoked'),
    optional('kind', 'Type', 'Order type', 'Enforcement action', 'Action'),
    optional('scope', 'Scope'),
    optional('note', 'Status notes', 'Notes', 'Note'),
  ],
  template:
    'Date,Country,Entity,Merchandise,Status,Status date,Scope\r\n' +
    '2026-10-01,Malaysia,Example Gloves Sdn Bhd,disposable gloves,Active,,named\r\n' +
    '2026-08-15,Mexico,Example Farm,tomatoes,Inactive,2026-10-20,named\r\n' +
    '2026-09-01,Turkmenistan,All cotton of the country,cotton,Active,,country\r\n',
  moves: 'alerts',
  defaultProducer: 'United States Customs and Border Protection',
};
