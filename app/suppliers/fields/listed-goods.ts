import { defineField } from './definition/define-field';
import { goodsByProduct } from './definition/field-types';

/** Product as written → the good of the List of Goods that its words name. */
export const field = defineField({
  key: 'listedGoods',
  of: ['supplier'],
  type: goodsByProduct(),
  label: { en: 'Listed goods recognized', fr: 'Produits de la liste reconnus', es: 'Bienes de la lista reconocidos' },
  counts: 'score',
});
