import { defineField, defineHeaders } from './definition/define-field';
import { countryCode } from './definition/field-types';

export const field = defineField({
  key: 'country',
  of: ['supplier', 'site', 'labourRecruiter'],
  type: countryCode(),
  label: { en: 'Country', fr: 'Pays', es: 'País' },
  counts: 'score',
  form: {
    supplier: { part: 'identity', order: 20 },
    site: { order: 20 },
    labourRecruiter: { order: 20 },
  },
  import: { order: 60, to: ['supplier', 'site'], isReadApart: true },
  column: ['supplier', 'site', 'labourRecruiter'],
  export: { heading: 'country', order: 30 },
});

export const headers = defineHeaders({
  en: [
    'country',
    'country region',
    'country or region',
    'country name',
    'country code',
    'country iso',
    'iso country',
    'iso country code',
    'nation',
    'country of origin',
    'country of production',
    'factory country',
    'supplier country',
    'site country',
    'iso',
    'iso code',
    'iso2',
    'iso3',
    'alpha 2',
  ],
  fr: ['pays', 'pays d origine', 'pays de production'],
  de: ['land', 'landercode', 'landcode', 'landeskurzel', 'landerkennung', 'herkunftsland', 'produktionsland'],
  es: ['pais', 'pais de origen'],
  pt: ['pais de origem'],
  it: ['paese', 'nazione'],
  vi: ['quoc gia', 'nuoc'],
  tr: ['ulke'],
  id: ['negara'],
  zh: ['国家', '国家 地区', '國家'],
  ja: ['国', '国名'],
  telling: { rank: 140, words: ['country', 'pays ', 'quoc gia'] },
});
