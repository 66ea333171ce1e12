import type { EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Select } from '~/ui/select';
import { FileSamples } from './file-samples';
import { numberOf, type Read, RecordList, textOf } from './record-list';
import { useRecorder } from './recorder-context';
import { boundsOf, dateProblemText } from './typed-days';
import { type DayBounds, dayProblem } from '~/audits/entries/possible-dates';
import { countHours, longWeekHours } from '~/audits/entries/time-and-wages';

type Hours = EntryValue<'hours'>;
const sources = {
  'time-records': m.recorder_source_time,
  'production-records': m.recorder_source_production,
  worker: m.recorder_source_worker,
  'gate-records': m.recorder_source_gate,
} satisfies Record<Hours['source'], () => string>;
const voluntary = { yes: m.recorder_voluntary_yes, no: m.recorder_voluntary_no, unknown: m.recorder_voluntary_unknown } satisfies Record<
  Hours['isOvertimeVoluntary'],
  () => string
>;
const hoursText = (hours: number): string => formatNumber(hours, { digits: Number.isInteger(hours) ? 0 : 1 });

/** Samples of weekly hours by worker code, and their totals. */
export function HoursView() {
  const { recording } = useRecorder();
  const found = countHours(recording.all('hours').map(({ value }) => value));
  const pairs: [string, string][] = [
    [m.recorder_hours_workers(), formatNumber(found.workers)],
    [m.recorder_hours_weeks(), formatNumber(found.weeks)],
    [m.recorder_hours_long({ hours: longWeekHours }), formatNumber(found.longWeeks)],
    [m.recorder_hours_no_rest(), formatNumber(found.weeksWithoutRest)],
    [m.recorder_hours_longest(), found.longest === null ? m.shell_unknown() : hoursText(found.longest)],
    [m.recorder_hours_forced(), formatNumber(found.forcedOvertime)],
    [m.recorder_hours_forced_unknown(), formatNumber(found.unknownOvertime)],
  ];
  return (
    <RecordList
      kind="hours"
      title={m.audits_kind_hours()}
      lead={m.recorder_hours_lead()}
      none={m.recorder_hours_none()}
      add={m.recorder_hours_add()}
      above={
        <>
          <FileSamples kind="hours" />
          {found.weeks > 0 && <KeyValueList columns={2} pairs={pairs.map(([label, value]) => ({ key: label, label, value }))} />}
        </>
      }
      line={({ value }) => (
        <p>
          <strong>
            <bdi>{value.code}</bdi>
          </strong>{' '}
          · {formatDate(value.weekOf)} ·{' '}
          {m.recorder_hours_line({ hours: hoursText(value.regular + value.overtime), overtime: hoursText(value.overtime) })} ·{' '}
          {m.recorder_days_line({ count: value.daysWorked })} · {sources[value.source]()}
        </p>
      )}
      fields={(value, errors) => (
        <>
          <Field
            {...{ name: 'code', error: errors.code, defaultValue: value?.code, maxLength: 12, autoComplete: 'off', className: 'max-w-60' }}
            label={m.recorder_code()}
            hint={m.recorder_code_hint()}
          />
          <Field
            {...{ name: 'weekOf', type: 'date', error: errors.weekOf, defaultValue: value?.weekOf, className: 'max-w-60' }}
            label={m.recorder_week_of()}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <Field
              {...{ name: 'regular', inputMode: 'decimal', error: errors.regular, defaultValue: value?.regular }}
              label={m.recorder_regular()}
            />
            <Field
              {...{ name: 'overtime', inputMode: 'decimal', error: errors.overtime, defaultValue: value?.overtime }}
              label={m.recorder_overtime()}
            />
            <Field
              {...{ name: 'daysWorked', inputMode: 'numeric', error: errors.daysWorked, defaultValue: value?.daysWorked }}
              label={m.recorder_days_worked()}
            />
          </div>
          <Select
            {...{ name: 'isOvertimeVoluntary', defaultValue: value?.isOvertimeVoluntary ?? 'unknown' }}
            label={m.recorder_voluntary()}
            options={Object.entries(voluntary).map(([option, word]) => ({ value: option, label: word() }))}
          />
          <Select
            {...{ name: 'source', defaultValue: value?.source ?? 'time-records' }}
            label={m.recorder_source()}
            options={Object.entries(sources).map(([option, word]) => ({ value: option, label: word() }))}
          />
        </>
      )}
      read={(form) => readHours(form, boundsOf(recording.pack))}
    />
  );
}

function readHours(form: FormData, bounds: DayBounds): Read<'hours'> {
  const errors: Record<string, string> = {};
  const within = (name: string, most: number): number => {
    const number = numberOf(form, name);
    if (number === null || !(number >= 0 && number <= most)) errors[name] = m.recorder_number_bad({ most: formatNumber(most) });
    return number ?? 0;
  };
  const code = textOf(form, 'code');
  const weekOf = textOf(form, 'weekOf');
  const [regular, overtime, daysWorked] = [within('regular', 168), within('overtime', 168), within('daysWorked', 7)];
  if (code === '') errors.code = m.recorder_code_missing();
  if (weekOf === '') errors.weekOf = m.recorder_day_missing();
  else if (dayProblem(weekOf, bounds)) errors.weekOf = dateProblemText('impossible', bounds);
  if (!errors.daysWorked && !Number.isInteger(daysWorked)) errors.daysWorked = m.recorder_number_bad({ most: '7' });
  if (!errors.regular && !errors.overtime && regular + overtime > 168) errors.overtime = m.recorder_week_too_long();
  if (Object.keys(errors).length > 0) return { errors };
  return {
    value: {
      ...{ code, weekOf, regular, overtime, daysWorked, isWithdrawn: false },
      isOvertimeVoluntary: textOf(form, 'isOvertimeVoluntary') as Hours['isOvertimeVoluntary'],
      source: textOf(form, 'source') as Hours['source'],
    },
  };
}
