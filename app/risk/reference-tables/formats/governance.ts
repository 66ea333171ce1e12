import { countryColumns, type Format, optional, required } from './format';

/** The six dimensions of the Worldwide Governance Indicators: our field, the publisher's code and name. */
export const dimensions = [
  { field: 'voiceAccountability', code: 'va', words: ['Voice and accountability', 'Voice accountability'] },
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
    'Country,Year,Voice and accountability,Political stability,Government effectiveness,Regulatory quality,Rule of law,Control of corruption\r\n' +
    'Norway,2025,1.5,1,1.5,1.5,1.5,2\r\nBangladesh,2025,-0.5,-1,-0.5,-1,-0.5,-1\r\nPeru,2025,0.1,-0.2,-0.3,0.4,-0.5,-0.6\r\n',
  moves: 'score',
  defaultProducer: 'World Bank',
};
