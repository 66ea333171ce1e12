import { countryColumns, type Format, optional, required } from './format';

/** The six dimensions of the Worldwide Governance Indicators: our field, the publisher's code and its words. */
export const dimensions = [
  { field: 'voiceAccountability', code: 'va', words: ['Voice and accountability'] },
  { field: 'politicalStability', code: 'pv', words: ['Political stability', 'Political stability and absence of violence/terrorism'] },
  { field: 'governmentEffectiveness', code: 'ge', words: ['Government effectiveness'] },
  { field: 'regulatoryQuality', code: 'rq', words: ['Regulatory quality'] },
  { field: 'ruleOfLaw', code: 'rl', words: ['Rule of law'] },
  { field: 'controlOfCorruption', code: 'cc', words: ['Control of corruption'] },
] as const;

/**
 * Estimates of the World Bank: a row for each country, year and dimension (long form, and the sheets of the 2025 release), a row for each country and year with a
 * column for each dimension (ours), or a row for each country and series with a column for each year (DataBank).
 */
export const governance: Format = {
  columns: [
    ...countryColumns,
    required('year', 'Year', 'time'),
    ...dimensions.flatMap(({ field, code, words }) => [
      optional(field, words[0], field, ...words.slice(1), `${code}.EST`, `${words[0]}: Estimate`, `${words[0]} (estimate)`),
      optional(
        `${field}Se`,
        ...[`${words[0]} standard error`, `${field}Se`, `${code}.STD.ERR`, `${words[0]}: Standard Error`, `${words[0]} (standard error)`],
      ),
    ]),
    optional('indicator', 'Indicator', 'Governance dimension', 'Dimension', 'Series Code', 'Indicator Code', 'Indicator ID'),
    optional('estimate', 'Estimate', 'Governance estimate (approx. -2.5 to +2.5)', 'Governance estimate', 'Value', 'obs_value'),
    optional('standardError', 'Standard error', 'Standard error (estimate)', 'stddev', 'StdErr', 'standard_error'),
  ],
  template:
    'Country,Year,Indicator,Estimate,Standard error\r\nNorway,2025,va,1.5,0.15\r\nNorway,2025,rl,1.5,0.15\r\nBangladesh,2025,va,-0.5,0.15\r\n',
  moves: 'score',
  defaultProducer: 'World Bank',
};
