import { countryColumns, type Format, optional, required } from './format';

/** Placements of the Trafficking in Persons Report. */
export const traffickingTiers: Format = {
  columns: [
    ...countryColumns,
    required('tier', 'Tier', 'Tier ranking', 'Tier placement', 'TIP tier', 'Ranking', 'Placement', 'Tier 2026', 'Tier 2025'),
    optional('year', 'Year', 'Report year', 'Edition', 'TIP report'),
  ],
  template: 'Country,Tier\r\nNorway,1\r\nBangladesh,2\r\nLibya,Special Case\r\n',
  moves: 'score',
  defaultProducer: 'United States Department of State',
};
