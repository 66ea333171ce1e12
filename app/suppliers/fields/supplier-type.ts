import { defineField } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'supplierType',
  of: ['supplier'],
  type: text(300),
  label: { en: 'Supplier type', fr: 'Type de fournisseur', es: 'Tipo de proveedor' },
  counts: 'explains',
});
