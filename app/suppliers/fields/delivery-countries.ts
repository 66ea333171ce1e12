import { defineField, defineHeaders } from './definition/define-field';
import { countries } from './definition/field-types';

export const field = defineField({
  key: 'deliveryCountries',
  of: ['supplier'],
  type: countries(),
  label: { en: 'Countries of delivery', fr: 'Pays de livraison', es: 'Países de entrega' },
  counts: 'other-fact',
  form: {
    supplier: { part: 'products', order: 30, isOptional: true },
  },
  import: {
    column: 'destination',
    order: 235,
    label: { en: 'Country of delivery', fr: 'Pays de livraison', es: 'País de entrega' },
    isReadApart: true,
  },
});

export const headers = defineHeaders({
  en: [
    'destination',
    'destination country',
    'country of destination',
    'delivery country',
    'country of delivery',
    'ship to country',
    'shipped to',
    'importing country',
    'recipient country',
    'consignee country',
  ],
  fr: ['destination', 'pays de destination', 'pays de livraison'],
  de: ['zielland', 'bestimmungsland', 'lieferland'],
  es: ['destino', 'pais de destino', 'pais de entrega'],
  pt: ['pais de destino'],
  it: ['paese di destinazione'],
  nl: ['land van bestemming'],
  tr: ['varis ulkesi'],
  id: ['negara tujuan'],
  vi: ['nuoc den'],
  zh: ['目的国', '目的地国家'],
  ja: ['仕向国'],
  telling: { rank: 135, words: ['destination country', 'delivery country', 'ship to country'] },
});
