import { defineField, defineHeaders } from './definition/define-field';
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
  import: { column: 'product', order: 140, isReadApart: true },
  column: ['supplier'],
  report: { order: 30 },
});

export const headers = defineHeaders({
  en: [
    'product',
    'products',
    'product type',
    'product types',
    'product category',
    'goods',
    'commodity',
    'commodities',
    'items',
    'hs code',
    'hs codes',
  ],
  fr: ['produit', 'produits', 'type de produit', 'marchandise'],
  de: ['produkt', 'produkte', 'produktart', 'warengruppe', 'ware', 'waren'],
  es: ['producto', 'productos'],
  pt: ['produto', 'produtos'],
  it: ['prodotto', 'prodotti'],
  nl: ['producten'],
  vi: ['san pham', 'mat hang'],
  tr: ['urun'],
  id: ['produk'],
  zh: ['产品', '產品', '产品类型'],
  ja: ['製品'],
  telling: { rank: 170, words: ['product type', 'product categor'] },
});
