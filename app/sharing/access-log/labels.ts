import { m } from '~/paraglide/messages';
import type { WayOfReading } from '~/platform/terms/shared-access-terms';

const ways = {
  page: m.shared_access_how_page,
  json: m.shared_access_how_json,
  csv: m.shared_access_how_csv,
  xlsx: m.shared_access_how_xlsx,
  pdf: m.shared_access_how_pdf,
  report: m.shared_access_how_report,
  file: m.shared_access_how_file,
} satisfies Record<WayOfReading, () => string>;

/** How shared content was read; an unknown method is shown as stored. */
export const wayLabel = (way: string): string => (ways as Readonly<Record<string, () => string>>)[way]?.() ?? way;
