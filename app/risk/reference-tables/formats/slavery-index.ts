import { countryColumns, type Format, optional, required } from './format';

/** People in modern slavery per thousand inhabitants, as the Global Slavery Index estimates it. */
export const slaveryIndex: Format = {
  columns: [
    ...countryColumns,
    required(
      'perThousand',
      ...[
        'Prevalence per 1,000',
        'Estimated prevalence of modern slavery per 1,000 population',
        'Estimated prevalence per 1,000 population',
      ],
      ...['Estimated prevalence per 1,000', 'Prevalence per 1,000 population', 'Prevalence (per 1,000 population)', 'Prevalence per 1000'],
      ...['Estimated prevalence of modern slavery (victims per 1,000 population)', 'per 1,000', 'per 1,000 population', 'Prevalence'],
      ...['Estimated prevalence', 'Estimated prevalence of modern slavery', 'Prevalence (%)', 'Prevalence percent', 'perThousand'],
    ),
    optional('year', 'Edition', 'Year'),
  ],
  template: 'Country,"Prevalence per 1,000"\r\nNorway,1\r\nBangladesh,5\r\nTürkiye,10\r\n',
  moves: 'score',
  defaultProducer: 'Walk Free',
};
