import { CountryField } from '~/suppliers/choices/closed-lists';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { formatMoney, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { CorridorReading } from './corridor-ledger.server';
import { corridorName } from './corridor-name';
import { DebtText } from './debt-text';
import { lastColumns } from './line-columns';
import { CorrectLink, LineForm, type LineFormState } from './line-form';
import { LineSource, type ShownSources } from './line-source';
import { fromMinor } from './money';
import { feeCodes, legality, payers, type RecordValues } from '~/suppliers/facts/recruiter-record';
import { feeName, payerName } from '~/suppliers/facts/recruiter-labels';

type Corridor = Omit<CorridorReading, 'entry' | 'fees'> & {
  entry: (RecordValues<'corridor'> & { entryId: string; sourceId: string }) | null;
  fees: (RecordValues<'fee'> & { entryId: string; sourceId: string })[];
};

/** The corridors of a provider: the debt a worker takes on by R11, the fee ledger by payer, and where each figure is from. */
export function CorridorSection({
  corridors,
  sources,
  corridorState,
  feeState,
  mayEdit,
}: {
  corridors: readonly Corridor[];
  sources: ShownSources;
  corridorState: LineFormState;
  feeState: LineFormState;
  mayEdit: boolean;
}) {
  const savedCorridor = corridors.find(({ entry }) => entry?.entryId === corridorState.editing?.entryId)?.entry ?? null;
  const savedFee = corridors.flatMap(({ fees }) => fees).find(({ entryId }) => entryId === feeState.editing?.entryId);
  return (
    <Section title={m.supply_links_corridors()} lead={m.supply_links_corridors_lead()}>
      {corridors.length === 0 && <p className="text-muted">{m.supply_links_corridors_none()}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {corridors.map((corridor) => (
          <article key={corridor.key} aria-labelledby={`corridor-${corridor.key}`}>
            <h3 id={`corridor-${corridor.key}`} className="mb-1">
              {corridorName(corridor)}
            </h3>
            <DebtText corridor={corridor} />
            {corridor.entry && (
              <p className="mb-2 text-muted">
                {corridor.entry.monthlyPay !== null && corridor.entry.currency !== null && (
                  <>{m.supply_links_monthly_pay_is({ amount: formatMoney(corridor.entry.monthlyPay, corridor.entry.currency) })} </>
                )}
                {corridor.entry.placedPerYear !== null && <>{m.supply_links_placed_is({ count: corridor.entry.placedPerYear })} </>}
                <LineSource sources={sources} sourceId={corridor.entry.sourceId} />{' '}
                {mayEdit && (
                  <CorrectLink page={corridorState.page} kind="corridor" entryId={corridor.entry.entryId} what={corridorName(corridor)} />
                )}
              </p>
            )}
            <Ledger corridor={corridor} sources={sources} page={mayEdit ? feeState.page : null} />
          </article>
        ))}
      </div>
      {mayEdit && (
        <>
          <LineForm
            kind="corridor"
            state={savedCorridor ? corridorState : { ...corridorState, editing: null }}
            add={m.supply_links_corridor_add()}
          >
            <Ends id="corridor" failure={corridorState.failure} saved={savedCorridor} />
            <Field
              label={m.supply_links_monthly_pay()}
              hint={m.supply_links_monthly_pay_hint()}
              optional
              inputMode="decimal"
              {...fieldOf(
                corridorState.failure,
                'monthlyPay',
                savedCorridor?.monthlyPay != null && savedCorridor.currency
                  ? fromMinor(savedCorridor.monthlyPay, savedCorridor.currency)
                  : null,
              )}
            />
            <Field
              label={m.supply_links_currency()}
              hint={m.supply_links_currency_hint()}
              optional
              maxLength={3}
              id="corridor-currency"
              {...fieldOf(corridorState.failure, 'currency', savedCorridor?.currency)}
            />
            <Field
              label={m.supply_links_placed()}
              optional
              inputMode="numeric"
              {...fieldOf(corridorState.failure, 'placedPerYear', savedCorridor?.placedPerYear)}
            />
          </LineForm>
          <LineForm kind="fee" state={savedFee ? feeState : { ...feeState, editing: null }} add={m.supply_links_fee_add()}>
            <Ends id="fee" failure={feeState.failure} saved={savedFee ?? null} />
            <Select
              label={m.supply_links_fee_code()}
              empty={m.supply_links_choose()}
              options={feeCodes.map((code) => ({ value: code, label: feeName(code) }))}
              {...fieldOf(feeState.failure, 'feeCode', savedFee?.feeCode)}
            />
            <Select
              label={m.supply_links_payer()}
              empty={m.supply_links_choose()}
              options={payers.map((payer) => ({ value: payer, label: payerName(payer) }))}
              {...fieldOf(feeState.failure, 'payer', savedFee?.payer)}
            />
            <Field
              label={m.supply_links_amount()}
              hint={m.supply_links_amount_hint()}
              required
              inputMode="decimal"
              {...fieldOf(feeState.failure, 'amount', savedFee ? fromMinor(savedFee.amount, savedFee.currency) : null)}
            />
            <Field
              label={m.supply_links_currency()}
              hint={m.supply_links_currency_hint()}
              required
              maxLength={3}
              id="fee-currency"
              {...fieldOf(feeState.failure, 'currency', savedFee?.currency)}
            />
            <Select
              label={m.supply_links_allowed()}
              hint={m.supply_links_allowed_hint()}
              options={legality.map((value) => ({ value, label: legalityName(value) }))}
              {...fieldOf(feeState.failure, 'allowedByLaw', savedFee?.allowedByLaw ?? 'unknown')}
            />
          </LineForm>
        </>
      )}
    </Section>
  );
}

function legalityName(value: (typeof legality)[number]): string {
  return { yes: m.supply_links_allowed_yes, no: m.supply_links_allowed_no, unknown: m.suppliers_unknown }[value]();
}

function Ends({ id, failure, saved }: { id: string; failure: FormFailure | null; saved: { origin: string; destination: string } | null }) {
  return (
    <>
      <CountryField
        label={m.supply_links_origin()}
        empty={m.supply_links_choose()}
        id={`${id}-origin`}
        intent={id}
        {...fieldOf(failure, 'origin', saved?.origin)}
      />
      <CountryField
        label={m.supply_links_destination()}
        empty={m.supply_links_choose()}
        id={`${id}-destination`}
        intent={id}
        {...fieldOf(failure, 'destination', saved?.destination)}
      />
    </>
  );
}

function Ledger({ corridor, sources, page }: { corridor: Corridor; sources: ShownSources; page: string | null }) {
  const { fees, sums } = corridor;
  if (fees.length === 0) return <p className="text-muted">{m.supply_links_fees_none()}</p>;
  return (
    <>
      <DataTable
        caption={m.supply_links_ledger_of({ corridor: corridorName(corridor) })}
        rows={fees}
        rowKey={({ entryId }) => entryId}
        columns={[
          { key: 'code', header: m.supply_links_fee_code(), wraps: true, cell: ({ feeCode }) => feeName(feeCode) },
          {
            key: 'payer',
            header: m.supply_links_payer(),
            wraps: true,
            cell: ({ payer, allowedByLaw }) => (
              <>
                {payerName(payer)}
                {payer === 'worker' && (
                  <span className="block text-xs text-muted">
                    {m.supply_links_against_standard()} {m.supply_links_law_says({ answer: legalityName(allowedByLaw) })}
                  </span>
                )}
              </>
            ),
          },
          { key: 'amount', header: m.supply_links_amount(), align: 'end', cell: ({ amount, currency }) => formatMoney(amount, currency) },
          ...lastColumns({ kind: 'fee', page, sources, what: ({ feeCode }: (typeof fees)[number]) => feeName(feeCode) }),
        ]}
      />
      {sums.map(({ currency, byPayer, total }) => (
        <p key={currency} className="mt-2">
          {m.supply_links_ledger_sum({
            total: formatMoney(total, currency),
            worker: formatMoney(byPayer.worker, currency),
            employer: formatMoney(byPayer.employer, currency),
            agent: formatMoney(byPayer.agent, currency),
            unknown: formatMoney(byPayer.unknown, currency),
          })}
        </p>
      ))}
      {corridor.silent.length > 0 && (
        <p className="mt-1 text-muted">
          {m.supply_links_ledger_silent({ codes: corridor.silent.join(', '), known: formatNumber(9 - corridor.silent.length) })}
        </p>
      )}
    </>
  );
}
