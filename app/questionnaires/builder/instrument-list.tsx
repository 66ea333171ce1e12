import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { kindLabel } from '~/questionnaires/responses/instrument-kinds';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatAlternatives, formatLanguage, formatNumber } from '~/ui/format';
import type { InstrumentRow } from './list-page.server';
import { stateLabel } from './states';

type Row = SerializeFrom<InstrumentRow>;

/** Questionnaires, each with what it is, in which languages, how long, and how many responses hang on it. */
export function InstrumentTable({ caption, rows, base }: { caption: string; rows: readonly Row[]; base: string }) {
  const columns: Column<Row>[] = [
    {
      key: 'title',
      header: m.builder_column_title(),
      wraps: true,
      isRowHeader: true,
      cell: ({ key, title, kind }) => (
        <>
          <Link to={`${base}/templates/${key}`}>{title === '' ? m.builder_untitled() : title}</Link>
          <span className="block text-xs text-muted">{kindLabel(kind)}</span>
        </>
      ),
    },
    { key: 'version', header: m.builder_column_version(), cell: ({ version }) => version },
    { key: 'state', header: m.builder_column_state(), cell: ({ state }) => stateLabel(state) },
    {
      key: 'languages',
      header: m.builder_column_languages(),
      isWideOnly: true,
      wraps: true,
      cell: ({ locales }) =>
        locales.length > 3
          ? m.builder_languages_many({ languages: locales.length })
          : formatAlternatives(locales.map((locale) => formatLanguage(locale))),
    },
    { key: 'questions', header: m.builder_column_questions(), align: 'end', cell: ({ questions }) => formatNumber(questions) },
    { key: 'used', header: m.builder_column_used(), align: 'end', cell: ({ used }) => formatNumber(used) },
  ];
  return <DataTable caption={caption} rows={rows} rowKey={({ key }) => key} columns={columns} />;
}
