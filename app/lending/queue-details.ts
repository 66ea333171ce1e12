import { covenantKindLabel } from './covenants/labels';
import { inList, covenantKinds } from './covenants/covenant-lists';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { noticeLabel, noticeStates } from './monitoring/incident-notice';
import { incidentKindLabel } from './monitoring/monitoring-labels';
import { incidentKinds } from './monitoring/monitoring-lists';

/** Parts of a detail as SQL joins them; a text comes last and may have the sign in itself. */
const parts = (raw: string, count: number): string[] => {
  const all = raw.split('|');
  return [...all.slice(0, count - 1), all.slice(count - 1).join('|')];
};
const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ');

/** "number|from|to": the period of a report. */
export function reportDetail(raw: string): string {
  const [number = '', from = '', to = ''] = parts(raw, 3);
  return joined([m.monitoring_from_to({ from: formatDate(from), to: formatDate(to) }), number]);
}

/** "link|number|from|to": the period of a report that is missing, and whether the client has no link to send it. */
export function owedDetail(raw: string): string {
  const [link = '', report = ''] = parts(raw, 2);
  return joined([link === 'link' ? '' : m.monitoring_no_active_link(), reportDetail(report)]);
}

/** The same report in a few words. */
export function receivedBrief(raw: string): string {
  const [, from = '', to = '', dueOn = '', receivedOn = ''] = parts(raw, 5);
  return `${m.monitoring_from_to({ from: formatDate(from), to: formatDate(to) })}, ${lateness(dueOn, receivedOn)}`;
}

/** "number|from|to|due|received": the period of a report that was received, and how late. */
export function receivedDetail(raw: string): string {
  const [number = '', from = '', to = '', dueOn = '', receivedOn = ''] = parts(raw, 5);
  return joined([m.monitoring_from_to({ from: formatDate(from), to: formatDate(to) }), lateness(dueOn, receivedOn), number]);
}

const lateness = (dueOn: string, receivedOn: string): string => {
  const days = Math.round((Date.parse(receivedOn) - Date.parse(dueOn)) / 86_400_000);
  return days > 0 ? m.monitoring_received_days_late({ days }) : m.monitoring_received_in_time();
};

/** "kind|happened|notice|number": an incident, and whether the client notified the lender in time. */
export function incidentDetail(raw: string): string {
  const [kind = '', happenedOn = '', notice = '', number = ''] = parts(raw, 4);
  return joined([
    `${incidentKindLabel(inList(incidentKinds, kind))}, ${formatDate(happenedOn)}`,
    noticeLabel(inList(noticeStates, notice)),
    number,
  ]);
}

const drawstop = (flag: string): string => (flag === 'stop' ? m.monitoring_drawstop() : '');

/** "recorded|kind|happened|notice|number": an incident that was recorded on a day, which may be later than the day it happened. */
export function recordedDetail(raw: string): string {
  const [recordedOn = '', incident = ''] = parts(raw, 2);
  return joined([incidentDetail(incident), m.monitoring_recorded_on({ date: formatDate(recordedOn) })]);
}

/** The same incident in a few words. */
export function recordedBrief(raw: string): string {
  const [recordedOn = '', kind = '', happenedOn = ''] = parts(raw, 5);
  const named = `${incidentKindLabel(inList(incidentKinds, kind))}, ${formatDate(happenedOn)}`;
  return happenedOn === recordedOn ? named : `${named}, ${m.monitoring_recorded_on({ date: formatDate(recordedOn) })}`;
}

/** "stop|kind|text": a covenant, what of it is not met or due, and whether it is a drawstop now. */
export function covenantDetail(raw: string): string {
  const [flag = '', kind = '', text = ''] = parts(raw, 3);
  return joined([drawstop(flag), covenantKindLabel(inList(covenantKinds, kind)), text]);
}

/** "stop|text": a condition precedent, and whether it is a drawstop now. */
export function conditionDetail(raw: string): string {
  const [flag = '', text = ''] = parts(raw, 2);
  return joined([drawstop(flag), text]);
}

/** The day of a breach where that is not the day it was recorded, with both. */
const breachedText = (on: string, recordedOn: string): string =>
  on === '' ? '' : `${m.monitoring_breached_on({ date: formatDate(on) })}, ${m.monitoring_recorded_on({ date: formatDate(recordedOn) })}`;

/** "kind|on|recorded|text": a covenant that was breached on a day, empty where that is the day it was recorded. */
export function breachDetail(raw: string): string {
  const [kind = '', on = '', recordedOn = '', text = ''] = parts(raw, 4);
  return joined([covenantKindLabel(inList(covenantKinds, kind)), breachedText(on, recordedOn), text]);
}

export function breachBrief(raw: string): string {
  const [kind = '', on = '', recordedOn = ''] = parts(raw, 4);
  return [covenantKindLabel(inList(covenantKinds, kind)), breachedText(on, recordedOn)].filter((text) => text !== '').join(', ');
}
