import { type ImportRecord, importRecordSchema } from '~/suppliers/import/pipeline/record';

/** A cleaned row with a name and a country only. */
export const blankRecord: ImportRecord = importRecordSchema.parse({
  supplierName: 'Alpha',
  siteName: 'Alpha',
  publicId: null,
  osId: null,
  externalId: null,
  country: 'VN',
  address: null,
  lat: null,
  lng: null,
  sector: null,
  products: [],
  subcontractors: [],
  labourProviders: [],
  group: null,
  customer: null,
  supplyShare: null,
  year: null,
  tier: null,
  lei: null,
  duns: null,
  registration: null,
  sectorGuess: null,
  listedGoods: {},
  asOf: null,
});
