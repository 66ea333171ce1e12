import { defineField } from './definition/define-field';
import { nameText } from './definition/field-types';

export const field = defineField({
  key: 'name',
  of: ['supplier', 'site', 'labourRecruiter'],
  type: nameText(),
  label: { en: 'Name', fr: 'Nom', es: 'Nombre' },
  counts: 'alert',
  form: {
    supplier: { part: 'identity', order: 10, isWide: true, isRequired: true, maxLength: 500, autoComplete: 'off' },
    site: { order: 10, isWide: true, isRequired: true, maxLength: 500 },
    labourRecruiter: { order: 10, isRequired: true, maxLength: 500 },
  },
});
