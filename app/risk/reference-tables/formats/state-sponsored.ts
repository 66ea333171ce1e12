import { countryColumns, type Format, optional } from './format';

/** Governments named in the Trafficking in Persons Report for a policy or pattern of trafficking. */
export const stateSponsored: Format = {
  columns: [...countryColumns, optional('year', 'Report year', 'Year', 'Edition', 'TIP report')],
  template: 'Country,Report year\r\nAfghanistan,2025\r\nCuba,2025\r\nEritrea,2025\r\n',
  moves: 'score',
  defaultProducer: 'United States Department of State',
};
