import { defineField, defineHeaders } from './definition/define-field';
import { people } from './definition/field-types';

export const field = defineField({
  key: 'workers',
  of: ['supplier', 'site'],
  type: people(),
  label: { en: 'Workers', fr: 'Travailleurs', es: 'Trabajadores' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 10 },
    site: { order: 70 },
  },
  import: { order: 150, to: ['site'], isAddedUp: true },
});

export const headers = defineHeaders({
  en: [
    'workers',
    'number of workers',
    'no of workers',
    'total workers',
    'total number of workers',
    'worker count',
    'workforce',
    'total workforce',
    'employees',
    'number of employees',
    'no of employees',
    'total employees',
    'headcount',
    'staff',
    'total staff',
    'workers total',
  ],
  fr: ['effectif', 'effectifs', 'nombre de travailleurs', 'nombre d employes', 'nombre d ouvriers', 'salaries', 'travailleurs'],
  de: [
    'beschaftigte',
    'anzahl beschaftigte',
    'mitarbeiter',
    'anzahl mitarbeiter',
    'mitarbeitende',
    'mitarbeiterzahl',
    'arbeitnehmer',
    'belegschaft',
  ],
  es: ['trabajadores', 'numero de trabajadores', 'empleados', 'plantilla'],
  pt: ['trabalhadores', 'numero de trabalhadores', 'funcionarios', 'colaboradores'],
  it: ['lavoratori', 'dipendenti', 'numero dipendenti'],
  nl: ['werknemers', 'aantal werknemers'],
  vi: ['so lao dong', 'so cong nhan', 'lao dong', 'cong nhan', 'tong so lao dong'],
  tr: ['calisan sayisi', 'isci sayisi'],
  id: ['jumlah pekerja', 'pekerja'],
  zh: ['员工人数', '工人数', '员工总数', '員工人數'],
  ja: ['従業員数'],
  telling: {
    rank: 100,
    words: [
      'number of workers',
      'number of employees',
      'total workers',
      'total employees',
      'no of workers',
      'no of employees',
      'anzahl mitarbeiter',
      'nombre de travailleurs',
    ],
  },
});
