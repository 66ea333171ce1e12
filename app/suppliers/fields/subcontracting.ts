import { subcontractingChoices } from '#scoring';
import { defineField } from './definition/define-field';
import { choice } from './definition/field-types';

const texts = {
  none: { en: 'None', fr: 'Aucune', es: 'Ninguna' },
  declared: { en: 'Declared, one level', fr: 'Déclarée, un niveau', es: 'Declarada, un nivel' },
  'multi-tier': { en: 'Several levels', fr: 'Plusieurs niveaux', es: 'Varios niveles' },
  'undeclared-found': { en: 'Undeclared, detected', fr: 'Non déclarée, constatée', es: 'No declarada, detectada' },
};

export const field = defineField({
  key: 'subcontracting',
  of: ['supplier'],
  type: choice(subcontractingChoices, texts),
  label: { en: 'Subcontracting', fr: 'Sous-traitance', es: 'Subcontratación' },
  counts: 'score',
  form: {
    supplier: { part: 'conditions', order: 10 },
  },
  report: {
    order: 90,
    choices: {
      declared: { en: 'declared', fr: 'déclarée', es: 'declarada' },
      'multi-tier': { en: 'over several tiers', fr: 'sur plusieurs rangs', es: 'en varios niveles' },
      'undeclared-found': { en: 'undeclared, found', fr: 'non déclarée, découverte', es: 'no declarada, constatada' },
    },
  },
});
