import { defineField } from './definition/define-field';
import { identifiers } from './definition/field-types';

export const field = defineField({
  key: 'externalIds',
  of: ['supplier', 'site'],
  type: identifiers(),
  label: { en: 'Other IDs', fr: 'Autres identifiants', es: 'Otros ID' },
  counts: 'identity',
  column: ['supplier'],
});
