import { defineField, defineHeaders } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'supplierType',
  of: ['supplier'],
  type: text(300),
  label: { en: 'Supplier type', fr: 'Type de fournisseur', es: 'Tipo de proveedor' },
  counts: 'explains',
  import: { order: 300, label: { en: 'Site type', fr: 'Type de site', es: 'Tipo de centro' }, to: ['supplier'] },
});

export const headers = defineHeaders({
  en: [
    'type',
    'supplier type',
    'factory type',
    'facility type',
    'facility type processing type',
    'site type',
    'processing type',
    'production type',
  ],
  fr: ['type de fournisseur', 'type d usine'],
  de: ['typ', 'art', 'lieferantentyp'],
  es: ['tipo', 'tipo de proveedor'],
  pt: ['tipo de fornecedor', 'tipo de fabrica'],
  vi: ['loai', 'loai nha may'],
  tr: ['tur'],
  id: ['jenis'],
  zh: ['类型', '工厂类型'],
});
