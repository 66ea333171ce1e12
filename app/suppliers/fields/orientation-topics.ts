import { defineField } from './definition/define-field';
import { choices } from './definition/field-types';

export const orientationTopics = ['contract', 'pay', 'costs', 'rights', 'papers', 'complaints', 'leaving', 'living'] as const;

const texts = {
  contract: { en: 'contract and working conditions', fr: 'contrat et conditions de travail', es: 'contrato y condiciones de trabajo' },
  pay: { en: 'pay and deductions', fr: 'salaire et retenues', es: 'salario y deducciones' },
  costs: { en: 'costs and who pays them', fr: 'coûts et qui les paie', es: 'gastos y quién los paga' },
  rights: {
    en: 'rights and laws in the country of work',
    fr: 'droits et loi du pays de travail',
    es: 'derechos y ley del país de trabajo',
  },
  papers: {
    en: 'keeping own identity documents',
    fr: 'conservation de ses documents d’identité',
    es: 'conservación de los propios documentos de identidad',
  },
  complaints: { en: 'grievance mechanisms and help', fr: 'mécanismes de réclamation et aide', es: 'mecanismos de queja y ayuda' },
  leaving: {
    en: 'leaving, changing employer, returning home',
    fr: 'partir, changer d’employeur, rentrer au pays',
    es: 'irse, cambiar de empleador, volver a casa',
  },
  living: { en: 'housing and daily life', fr: 'logement et vie quotidienne', es: 'alojamiento y vida diaria' },
};

export const field = defineField({
  key: 'orientationTopics',
  of: ['labourRecruiter'],
  type: choices(orientationTopics, texts),
  label: { en: 'Orientation topics', fr: 'Sujets de l’orientation', es: 'Temas de la orientación' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: { order: 110 },
  },
});
