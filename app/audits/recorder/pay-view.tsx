import { deductions, type EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { formatDate, formatMoney, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { FileSamples } from './file-samples';
import { deductionLabel } from '~/audits/entries/labels';
import { minorDigits, minorOf } from '~/audits/entries/money';
import { numberOf, type Read, RecordList, textOf } from './record-list';
import { useRecorder } from './recorder-context';
import { boundsOf, dateProblemText } from './typed-days';
import { type DayBounds, dayProblem, periodProblem } from '~/audits/entries/possible-dates';
import { countWages, measureWage } from '~/audits/entries/time-and-wages';

type Wage = EntryValue<'wage'>;

/** Samples of pay by a code, a period each, with what is missing of the legal minimum and of overtime. */
export function PayView() {
  const { recording } = useRecorder();
  const found = countWages(recording.all('wage').map(({ value }) => value));
  const pairs: [string, string][] = [
    [m.recorder_pay_samples(), formatNumber(found.samples)],
    [m.recorder_pay_below(), formatNumber(found.belowMinimum)],
    [m.recorder_pay_below_unknown(), formatNumber(found.minimumUnknown)],
    [m.recorder_pay_overtime(), formatNumber(found.overtimeUnpaid)],
    [m.recorder_pay_overtime_unknown(), formatNumber(found.overtimeUnknown)],
    [m.recorder_pay_share(), found.largestShare === null ? m.shell_unknown() : formatPercent(found.largestShare)],
  ];
  return (
    <RecordList
      kind="wage"
      title={m.audits_kind_wage()}
      lead={m.recorder_pay_lead()}
      none={m.recorder_pay_none()}
      add={m.recorder_pay_add()}
      above={
        <>
          <FileSamples kind="wage" />
          {found.samples > 0 && <KeyValueList columns={2} pairs={pairs.map(([label, value]) => ({ key: label, label, value }))} />}
        </>
      }
      line={({ value }) => <WageLine value={value} />}
      fields={(value, errors) => <WageFields value={value} errors={errors} />}
      read={(form) => readWage(form, boundsOf(recording.pack))}
    />
  );
}

function WageLine({ value }: { value: Wage }) {
  const found = measureWage(value);
  const money = (amount: number | null) => (amount === null ? m.shell_unknown() : formatMoney(amount, value.currency));
  return (
    <>
      <p>
        <strong>
          <bdi>{value.code}</bdi>
        </strong>{' '}
        · {formatDate(value.periodFrom)} – {formatDate(value.periodTo)}
      </p>
      <ul data-wage={value.code}>
        <li>{m.shell_named({ name: m.recorder_pay_gross(), text: money(found.gross) })}</li>
        <li>{m.shell_named({ name: m.recorder_pay_missing_minimum(), text: money(found.belowMinimum) })}</li>
        <li>{m.shell_named({ name: m.recorder_pay_missing_overtime(), text: money(found.overtimeUnpaid) })}</li>
        <li>
          {m.shell_named({
            name: m.recorder_pay_deductions(),
            text: `${money(found.deductions)} (${found.deductionShare === null ? m.shell_unknown() : formatPercent(found.deductionShare)})`,
          })}
        </li>
        {found.unexplained !== 0 && <li>{m.shell_named({ name: m.recorder_pay_unexplained(), text: money(found.unexplained) })}</li>}
      </ul>
    </>
  );
}

function WageFields({ value, errors }: { value: Wage | null; errors: Readonly<Record<string, string>> }) {
  const shown = (amount: number | null | undefined) =>
    amount === null || amount === undefined || !value ? '' : String(amount / 10 ** minorDigits(value.currency));
  const amount = (name: string, label: string, now: number | null | undefined, optional = false) => (
    <Field {...{ name, inputMode: 'decimal', error: errors[name], defaultValue: shown(now), optional }} label={label} />
  );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          {...{ name: 'code', error: errors.code, defaultValue: value?.code, maxLength: 12, autoComplete: 'off' }}
          label={m.recorder_code()}
          hint={m.recorder_code_hint()}
        />
        <Field
          {...{ name: 'currency', error: errors.currency, defaultValue: value?.currency, maxLength: 3, autoCapitalize: 'characters' }}
          label={m.recorder_currency()}
          hint={m.recorder_currency_hint()}
        />
        <Field
          {...{ name: 'periodFrom', type: 'date', error: errors.periodFrom, defaultValue: value?.periodFrom }}
          label={m.audits_from()}
        />
        <Field {...{ name: 'periodTo', type: 'date', error: errors.periodTo, defaultValue: value?.periodTo }} label={m.audits_until()} />
        <Field
          {...{ name: 'regularHours', inputMode: 'decimal', error: errors.regularHours, defaultValue: value?.regularHours ?? undefined }}
          label={m.recorder_regular()}
        />
        <Field
          {...{ name: 'overtimeHours', inputMode: 'decimal', error: errors.overtimeHours, defaultValue: value?.overtimeHours ?? undefined }}
          label={m.recorder_overtime()}
        />
        {amount('basicPaid', m.recorder_pay_basic(), value?.basicPaid)}
        {amount('overtimePaid', m.recorder_pay_for_overtime(), value?.overtimePaid)}
        {amount('allowances', m.recorder_pay_allowances(), value?.allowances)}
        {amount('netPaid', m.recorder_pay_net(), value?.netPaid)}
        {amount('minimumHourly', m.recorder_pay_minimum(), value?.minimumHourly, true)}
        <Field
          {...{
            name: 'overtimeFactor',
            inputMode: 'decimal',
            error: errors.overtimeFactor,
            defaultValue: value?.overtimeFactor ?? undefined,
            optional: true,
          }}
          label={m.recorder_pay_factor()}
        />
      </div>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-1 font-semibold">{m.recorder_pay_deductions()}</legend>
        {deductions.map((kind) => (
          <div key={kind}>
            {amount(`deduction-${kind}`, deductionLabel(kind), value?.deductions.find((each) => each.kind === kind)?.amount, true)}
          </div>
        ))}
      </fieldset>
    </>
  );
}

function readWage(form: FormData, bounds: DayBounds): Read<'wage'> {
  const errors: Record<string, string> = {};
  const code = textOf(form, 'code');
  const currency = textOf(form, 'currency').toUpperCase();
  const [periodFrom, periodTo] = [textOf(form, 'periodFrom'), textOf(form, 'periodTo')];
  if (code === '') errors.code = m.recorder_code_missing();
  if (!/^[A-Z]{3}$/.test(currency)) errors.currency = m.recorder_currency_bad();
  if (periodFrom === '') errors.periodFrom = m.recorder_day_missing();
  else if (dayProblem(periodFrom, bounds)) errors.periodFrom = dateProblemText('impossible', bounds);
  if (periodTo === '' || periodTo < periodFrom) errors.periodTo = m.recorder_day_missing();
  else if (!errors.periodFrom && periodProblem(periodFrom, periodTo)) errors.periodTo = m.recorder_period_too_long();
  const number = (
    name: string,
    { least = 0, most, isOptional = false }: { least?: number; most: number; isOptional?: boolean },
  ): number | null => {
    const given = numberOf(form, name);
    if (given === null ? !isOptional : !(given >= least && given <= most))
      errors[name] = m.recorder_number_bad({ most: formatNumber(most) });
    return given;
  };
  const amount = (name: string, isOptional = false): number | null => {
    const given = number(name, { most: 1_000_000_000, isOptional });
    return given === null || errors[name] || errors.currency ? null : minorOf(given, currency);
  };
  const value: Wage = {
    ...{ code, periodFrom, periodTo, currency, isWithdrawn: false },
    ...{ regularHours: number('regularHours', { most: 800 }) ?? 0, overtimeHours: number('overtimeHours', { most: 800 }) ?? 0 },
    ...{ basicPaid: amount('basicPaid') ?? 0, overtimePaid: amount('overtimePaid') ?? 0, allowances: amount('allowances') ?? 0 },
    ...{ netPaid: amount('netPaid') ?? 0, minimumHourly: amount('minimumHourly', true) },
    overtimeFactor: number('overtimeFactor', { least: 1, most: 5, isOptional: true }),
    deductions: deductions.flatMap((kind) => {
      const taken = amount(`deduction-${kind}`, true);
      return taken ? [{ kind, amount: taken }] : [];
    }),
  };
  return Object.keys(errors).length > 0 ? { errors } : { value };
}
