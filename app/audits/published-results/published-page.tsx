import { m } from '~/paraglide/messages';
import { formatCountry, formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { ResultHead, ResultIssues } from './result-view';
import type { PublicResult } from './schema';
import type { ResultWithPoints } from './add-compliance-points.server';

type Row = {
  id: string;
  publishedAt: Date | string;
  withdrawnAt: Date | string | null;
  reason: string | null;
  of: Pick<PublicResult, 'audit' | 'site' | 'organization'>;
  /** Null: withdrawn. */
  result: ResultWithPoints | null;
};

/** The public page of a supplier: newest audit first, then every earlier one, withdrawn ones included. */
export function PublishedPage({
  supplier,
  organization,
  results,
}: Pick<PublicResult, 'supplier' | 'organization'> & { results: readonly Row[] }) {
  return (
    <>
      <PageHeader
        title={m.published_results_page_title({ supplier: supplier.name })}
        lead={[supplier.country && formatCountry(supplier.country), m.published_results_page_lead({ by: organization.name })]
          .filter(Boolean)
          .join(' · ')}
      />
      {organization.isDemonstration && <Notice tone="info">{m.published_results_demonstration()}</Notice>}
      <p className="my-3 max-w-prose text-muted">{m.published_results_page_limits()}</p>
      {results.map(({ id, of, publishedAt, withdrawnAt, reason, result }) => (
        <Section
          key={id}
          id={`audit-${of.audit.number}`}
          title={m.published_results_audit({ number: of.audit.number, date: formatDate(of.audit.endsOn) })}
        >
          <ResultHead of={of} publishedAt={publishedAt} />
          {result ? (
            <ResultIssues result={result} />
          ) : (
            <Notice tone="warning" title={m.published_results_taken_back({ date: formatDate(withdrawnAt ?? publishedAt) })}>
              {reason}
            </Notice>
          )}
        </Section>
      ))}
    </>
  );
}
