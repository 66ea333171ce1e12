import { defineField } from './definition/define-field';
import { products } from './definition/field-types';

export const field = defineField({
  key: 'products',
  of: ['supplier'],
  type: products(),
  label: { en: 'Products', fr: 'Produits', es: 'Productos' },
  counts: 'score',
  form: {
    supplier: { part: 'products', order: 10 },
  },
});
