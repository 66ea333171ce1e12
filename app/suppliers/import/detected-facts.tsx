import { m } from '~/paraglide/messages';
import { formatBytes, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import type { Detected } from './schema';
import { problemText } from './labels';

const signs: Readonly<Record<string, () => string>> = {
  ',': m.import_delimiter_comma,
  ';': m.import_delimiter_semicolon,
  '\t': m.import_delimiter_tab,
  '|': m.import_delimiter_bar,
};

/** A delimiter in words. */
export const delimiterName = (sign: string): string => signs[sign]?.() ?? m.import_delimiter_other({ sign });

function formatOf({ format, delimiter, sheetName }: Detected): string {
  if (format === 'csv') return m.import_format_csv({ delimiter: delimiterName(delimiter ?? '') });
  if (format === 'geojson') return m.import_cleaning_format_geojson();
  return (format === 'xlsx' ? m.import_format_xlsx : m.import_format_xls)({ sheet: sheetName ?? '' });
}

/** What the software saw in the file: the reader can tell at once whether it is the right one, read the right way. */
export function DetectedFacts({
  detected,
  file,
  rowCount,
}: {
  detected: Detected;
  file: { fileName: string; sha256: string; sizeBytes: number };
  rowCount: number;
}) {
  const pairs = [
    { key: 'file', label: m.import_column_file(), value: `${file.fileName} (${formatBytes(file.sizeBytes)})` },
    { key: 'format', label: m.import_format(), value: formatOf(detected) },
    ...(detected.encoding ? [{ key: 'encoding', label: m.import_encoding(), value: detected.encoding.toUpperCase() }] : []),
    {
      key: 'header',
      label: m.import_header_row(),
      value: detected.headerRow === 0 ? m.import_header_row_none() : m.import_header_row_at({ row: detected.headerRow }),
      note:
        detected.titleLines.length > 0 ? m.shell_named({ name: m.import_title_above(), text: detected.titleLines.join(' / ') }) : undefined,
    },
    { key: 'rows', label: m.import_rows_found(), value: formatNumber(rowCount) },
    ...(detected.problems.length > 0
      ? [{ key: 'remarks', label: m.import_file_remarks(), value: detected.problems.map((problem) => problemText(problem)).join(' ') }]
      : []),
    { key: 'hash', label: m.import_hash(), value: <code className="text-xs break-all">{file.sha256}</code> },
  ];
  return <KeyValueList pairs={pairs} columns={2} />;
}
