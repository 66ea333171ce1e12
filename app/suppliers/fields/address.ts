import { defineField, defineHeaders } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'address',
  of: ['site'],
  type: text(1000),
  label: { en: 'Address', fr: 'Adresse', es: 'Dirección' },
  counts: 'score',
  form: {
    site: { order: 60, isOptional: true },
  },
  import: { order: 70, to: ['site'], isReadApart: true },
  column: ['site'],
});

export const headers = defineHeaders({
  en: [
    'address',
    'full address',
    'street',
    'street address',
    'address line 1',
    'address line 2',
    'address 1',
    'address 2',
    'factory address',
    'facility address',
    'site address',
    'supplier address',
    'location address',
  ],
  fr: ['adresse', 'rue', 'adresse complete'],
  de: ['anschrift', 'strasse', 'strasse nr', 'strasse hausnummer', 'strasse und hausnummer'],
  es: ['direccion', 'domicilio', 'calle'],
  pt: ['endereco', 'morada', 'rua'],
  it: ['indirizzo', 'via'],
  nl: ['adres', 'straat'],
  vi: ['dia chi'],
  id: ['alamat'],
  zh: ['地址', '详细地址'],
  ja: ['住所'],
  telling: { rank: 150, words: ['address', 'adresse', 'direccion', 'dia chi'] },
});
