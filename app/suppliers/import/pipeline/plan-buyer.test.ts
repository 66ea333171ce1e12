import { describe, expect, it } from 'vitest';
import { blankRecord } from '../../../../tests/factories/import-record';
import { planImport } from './plan';

const nobody = { suppliers: [], sites: [], providers: [] };
const rows = (...customers: (string | null)[]) =>
  customers.map((customer, at) => ({
    rowNumber: at + 2,
    record: { ...blankRecord, supplierName: `Mill ${at}`, siteName: `Mill ${at}`, customer },
  }));
const planned = (customer: string, buyer?: string) => {
  const plan = planImport(rows(customer), { ...nobody, ...(buyer === undefined ? {} : { buyer }) });
  return { suppliers: plan.suppliers.map(({ name }) => name), to: plan.links.map(({ toKey }) => toKey) };
};

describe('a customer with the name of the organization', () => {
  it.each(['Halden & Brook Imports Ltd', 'HALDEN AND BROOK IMPORTS', 'Halden & Brook'])(
    'is the organization, not a supplier: %s',
    (customer) => {
      expect(planned(customer.replace(' AND ', ' & '), 'Halden & Brook Imports Ltd')).toEqual({ suppliers: ['Mill 0'], to: ['buyer'] });
    },
  );

  it.each(['Halden', 'Halden & Brook Textiles', 'Brook Imports'])('is another company with another name: %s', (customer) => {
    expect(planned(customer, 'Halden & Brook Imports Ltd').suppliers).toContain(customer);
    expect(planned(customer).suppliers).toContain(customer);
  });
});
