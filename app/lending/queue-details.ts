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

export function incidentBrief(raw: string): string {
  const [kind = '', happenedOn = ''] = parts(raw, 4);
  return `${incidentKindLabel(inList(incidentKinds, kind))}, ${formatDate(happenedOn)}`;
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

/** "kind|on|text": a covenant that was breached on a day, where that is not the day it was recorded. */
export function breachDetail(raw: string): string {
  const [kind = '', on = '', text = ''] = parts(raw, 3);
  return joined([
    covenantKindLabel(inList(covenantKinds, kind)),
    on === '' ? '' : m.monitoring_breached_on({ date: formatDate(on) }),
    text,
  ]);
}

export function breachBrief(raw: string): string {
  const [kind = ''] = parts(raw, 3);
  return covenantKindLabel(inList(covenantKinds, kind));
}
