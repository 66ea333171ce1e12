import { defineField, defineHeaders } from './definition/define-field';
import { number } from './definition/field-types';

const error = {
  en: 'Enter a tier as a whole number from 0 to 100, or leave it empty.',
  fr: 'Indiquez un rang, nombre entier de 0 à 100, ou laissez le champ vide.',
  es: 'Escriba un nivel como número entero de 0 a 100 o deje el campo vacío.',
};

export const field = defineField({
  key: 'declaredTier',
  of: ['supplier'],
  type: number({ min: 0, max: 100, isWhole: true, error }),
  label: { en: 'Declared tier', fr: 'Rang déclaré', es: 'Nivel declarado' },
  counts: 'position',
  form: {
    supplier: {
      part: 'identity',
      order: 50,
      hint: {
        en: 'Tier stated by the supplier or a list. The tier shown elsewhere is calculated from supply links.',
        fr: 'Rang indiqué par le fournisseur ou une liste. Le rang affiché ailleurs est calculé d’après les liens.',
        es: 'Nivel indicado por el proveedor o una lista. El nivel que se muestra en otros lugares se calcula a partir de los vínculos.',
      },
      isOptional: true,
    },
  },
  import: { column: 'tier', order: 260, to: ['supplier'], isReadApart: true },
  column: ['supplier'],
  export: { heading: 'tier_declared', order: 70 },
});

export const headers = defineHeaders({
  en: ['tier', 'tier declared', 'supplier tier', 'tier level', 'level', 'supply chain tier'],
  fr: ['rang', 'rang fournisseur', 'niveau'],
  de: ['stufe', 'lieferantenstufe', 'ebene'],
  es: ['nivel'],
  it: ['livello'],
  nl: ['niveau leverancier'],
  vi: ['cap do'],
  tr: ['kademe'],
  id: ['tingkat'],
  zh: ['层级', '级别'],
});
