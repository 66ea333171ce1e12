import { countryColumns, type Format, optional, required } from './format';

/** Ratifications of conventions of the International Labour Organization, as NORMLEX lists them. */
export const ratifications: Format = {
  columns: [
    ...countryColumns,
    required('convention', 'Convention', 'Instrument', 'Convention or protocol', 'Instrument name'),
    optional('date', 'Date', 'Year', 'Date of ratification', 'Ratification date', 'Ratified on', 'Year of ratification'),
    optional('status', 'Status', 'State of ratification', 'Ratification status'),
    optional('note', 'Note', 'Notes', 'Remarks', 'Denunciation'),
  ],
  template:
    'Country,Convention,Date,Status\r\nBangladesh,P029,2022-01-20,In Force\r\nNorway,C187,2015,In Force\r\nPeru,C155,,Not ratified\r\n',
  moves: 'country-pages',
  defaultProducer: 'International Labour Organization, NORMLEX',
};
