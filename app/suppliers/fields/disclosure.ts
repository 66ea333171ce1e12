import { defineField } from './definition/define-field';
import { choice } from './definition/field-types';

/** Whether a supplier names its own suppliers: all, some, or it refuses to. */
export const disclosureChoices = ['all', 'some', 'refused'] as const;

const texts = {
  all: { en: 'All suppliers', fr: 'Tous les fournisseurs', es: 'Todos los proveedores' },
  some: { en: 'Some suppliers', fr: 'Certains fournisseurs', es: 'Algunos proveedores' },
  refused: { en: 'Refused', fr: 'Refusée', es: 'Rechazada' },
};

export const field = defineField({
  key: 'disclosure',
  of: ['supplier'],
  type: choice(disclosureChoices, texts),
  label: { en: 'Disclosure of own suppliers', fr: 'Divulgation de ses fournisseurs', es: 'Divulgación de sus proveedores' },
  counts: 'position',
  form: {
    supplier: { part: 'conditions', order: 40 },
  },
});
