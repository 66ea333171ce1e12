import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { formatCountry, formatDate, formatList } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { designatedListOn } from '~/lending/categorisation/designation';
import type { DealRead } from './read-deal.server';
import { criterionLabel, outcomeLabel, scopeLabel } from '~/lending/applicability/labels';

type Shown = SerializeFrom<DealRead>;

/** The test of scope, criterion by criterion, how sure each is, and the designation of the host countries. */
export function ScopeSection({
  deal,
  mayEdit,
  failure,
}: {
  deal: Pick<Shown, 'scopes' | 'designation' | 'status'>;
  mayEdit: boolean;
  failure: FormFailure | undefined;
}) {
  const [newest] = deal.scopes;
  return (
    <Section title={m.deals_scope_title()} id="scope">
      {newest ? (
        <>
          <p className="my-3">
            <strong>{scopeLabel(newest.result)}</strong>{' '}
            <span className="text-muted">
              · {newest.edition === 'EP3' ? m.deals_scope_edition_ep3() : m.deals_scope_edition_ep4()} · {newest.by} ·{' '}
              <MomentText value={newest.at} />
            </span>
          </p>
          {newest.exception && <p className="my-3">{m.deals_scope_excepted({ reason: newest.exception })}</p>}
          {!newest.fits && <Notice tone="warning">{m.deals_scope_stale()}</Notice>}
          <DataTable
            caption={m.deals_scope_title()}
            rows={newest.criteria}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'criterion',
                header: m.deals_criterion(),
                wraps: true,
                cell: (criterion) => (
                  <>
                    {criterionLabel(criterion)}
                    {criterion.provenance === 'M' && <span className="block text-xs text-muted">{m.deals_sure_m()}</span>}
                  </>
                ),
              },
              { key: 'outcome', header: m.deals_outcome(), wraps: true, cell: outcomeLabel },
            ]}
          />
        </>
      ) : (
        <p className="my-3 text-muted">{m.deals_scope_never()}</p>
      )}
      <DesignationLine designation={deal.designation} />
      {mayEdit && (
        <Form method="post" className="mt-4 grid max-w-prose gap-3" data-print="none">
          <input type="hidden" name="intent" value="test-scope" />
          {newest && newest.result !== 'in' && (
            <FreeText
              {...fieldOf(failure, 'exception')}
              optional
              label={m.deals_scope_exception()}
              hint={m.deals_scope_exception_hint()}
              rows={2}
              maxLength={2000}
            />
          )}
          <div>
            <Button type="submit">{m.deals_scope_test()}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

function DesignationLine({ designation }: { designation: Shown['designation'] }) {
  const names = (codes: readonly string[]) => formatList(codes.map((code) => formatCountry(code)));
  const words =
    designation.kind === 'designated'
      ? m.deals_designated()
      : designation.kind === 'non-designated'
        ? `${m.deals_non_designated()} (${names(designation.nonDesignated)})`
        : m.deals_designation_unknown({ countries: names(designation.unknown) });
  return (
    <p className="my-3">
      <span className="text-muted">{m.deals_designation()}</span> <strong>{words}</strong>
      <span className="block text-xs text-muted">{m.deals_designation_note({ day: formatDate(designatedListOn) })}</span>
    </p>
  );
}
