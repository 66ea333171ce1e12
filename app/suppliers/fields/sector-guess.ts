import { defineField } from './definition/define-field';
import { sectorGuess } from './definition/field-types';

/** Where the sector was recognised from words: the sector, the words, what they were recognised by, and in which list. */
export const field = defineField({
  key: 'sectorGuess',
  of: ['supplier'],
  type: sectorGuess(),
  label: { en: 'Sector inferred from', fr: 'Secteur déduit de', es: 'Sector inferido de' },
  counts: 'explains',
});
