import { defineField, defineHeaders } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'parentCompany',
  of: ['supplier', 'labourRecruiter'],
  type: text(500),
  label: { en: 'Parent company', fr: 'Société mère', es: 'Empresa matriz' },
  counts: 'alert',
  form: {
    supplier: { part: 'identity', order: 40, isOptional: true, maxLength: 500 },
    labourRecruiter: {
      order: 40,
      label: {
        en: 'Owner and links to employers',
        fr: 'Propriétaire et liens avec des employeurs',
        es: 'Propietario y vínculos con empleadores',
      },
      hint: {
        en: 'Name the owner. An owner who is also the employer has a conflict of interest.',
        fr: 'Nommez le propriétaire. Un propriétaire qui est aussi l’employeur a un conflit d’intérêts.',
        es: 'Indique el propietario. Un propietario que es también el empleador tiene un conflicto de intereses.',
      },
      isOptional: true,
    },
  },
  import: { order: 210, label: { en: 'Parent company or group', fr: 'Société mère ou groupe', es: 'Empresa matriz o grupo' } },
  column: ['supplier'],
});

export const headers = defineHeaders({
  en: ['parent', 'parent company', 'parent company name', 'parent name', 'supplier group', 'owner', 'mother company', 'company group'],
  fr: ['maison mere', 'societe mere'],
  de: ['muttergesellschaft', 'mutterkonzern', 'gruppe', 'unternehmensgruppe'],
  es: ['empresa matriz', 'matriz'],
  pt: ['empresa mae'],
  it: ['casa madre'],
  nl: ['moederbedrijf'],
  vi: ['cong ty me'],
  tr: ['ana sirket'],
  id: ['perusahaan induk'],
  zh: ['母公司'],
  ja: ['親会社'],
  telling: { rank: 60, words: ['parent company', 'parent name', 'supplier group', 'holding company'] },
});
