import { countryColumns, type Format, optional, required } from './format';

/** Informal employment of all employment, in per cent: the bulk file of ILOSTAT, or country, per cent and year. */
export const informalEmployment: Format = {
  columns: [
    ...countryColumns,
    required(
      'percent',
      ...[
        'Percent',
        'obs_value',
        'Informal employment (%)',
        'Informal employment rate',
        'Informal employment rate (%)',
        'Informal employment',
      ],
      ...['informal_pct', 'Informal percent', 'Value'],
    ),
    optional('year', 'Year', 'time', 'time period', 'Année', 'Año'),
    optional('survey', 'Survey', 'source.label', 'source'),
    optional('sex', 'Sex', 'sex.label'),
    optional('breakdown', 'classif1', 'classif1.label'),
    optional('secondBreakdown', 'classif2', 'classif2.label'),
    optional('indicator', 'indicator', 'indicator.label'),
  ],
  template: 'Country,Percent,Year\r\nPeru,70,2025\r\nTürkiye,25,2025\r\nBangladesh,85,2024\r\n',
  moves: 'score',
  defaultProducer: 'International Labour Organization, ILOSTAT',
};
