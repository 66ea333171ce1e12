import { countryLabel } from '~/documents/pdf/labels';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import { m } from '~/paraglide/messages';
import type { ListReport } from './schema';

/** Name of the file that is attached to the PDF. */
export const attachmentName = 'list-report.json';

/** What every part of the report is drawn with. */
export type ListPage = { report: ReportDocument; model: ListReport; say: { locale: ListReport['locale'] } };

type Named = Pick<ListReport['top'][number], 'country' | 'furtherCountries'>;

/** "Viet Nam", or "Viet Nam and 2 more" for a supplier with sites in several countries. */
export function placeWords({ country, furtherCountries }: Named, say: ListPage['say']): string {
  if (country === null) return m.supplier_report_country_unknown({}, say);
  const first = countryLabel(country, say);
  return furtherCountries === 0 ? first : m.supplier_report_list_further_countries({ country: first, count: furtherCountries }, say);
}
