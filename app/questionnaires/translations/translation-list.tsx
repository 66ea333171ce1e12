import { Link } from '@remix-run/react';
import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';
import type { TranslationRow } from './list-translations.server';

const named = (locale: string): string => (isLocale(locale) ? localeNames[locale] : locale);

/** The progress of each questionnaire in each language of the reader. */
export function TranslationList({ rows }: { rows: readonly TranslationRow[] }) {
  return (
    <PublicFrame wide isSignedIn>
      <PageHeader title={m.translations_title()} lead={m.translations_lead()} />
      <DataTable
        caption={m.translations_title()}
        rows={rows}
        rowKey={({ key, locale }) => `${key} ${locale}`}
        empty={<EmptyState title={m.translations_empty_title()}>{m.translations_empty_text()}</EmptyState>}
        columns={[
          {
            key: 'title',
            header: m.translations_column_questionnaire(),
            wraps: true,
            cell: ({ key, locale, title }) => <Link to={`/translations/${key}/${locale}`}>{title}</Link>,
          },
          { key: 'locale', header: m.translations_column_language(), cell: ({ locale }) => <bdi lang={locale}>{named(locale)}</bdi> },
          {
            key: 'reviewed',
            header: m.translations_column_reviewed(),
            align: 'end',
            cell: ({ reviewed, total }) => m.translations_of({ count: formatNumber(reviewed), total: formatNumber(total) }),
          },
          { key: 'corrected', header: m.translations_column_corrected(), align: 'end', cell: ({ corrected }) => formatNumber(corrected) },
          { key: 'missing', header: m.translations_column_missing(), align: 'end', cell: ({ missing }) => formatNumber(missing) },
        ]}
      />
    </PublicFrame>
  );
}
