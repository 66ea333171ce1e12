import { m } from '~/paraglide/messages';
import type { CountName, Statement } from './report-content';

/** Labels of a report's numbers and statement for its reader: the form addresses the client as "you". */
export const reportedCountLabel = {
  workersDirect: m.monitoring_told_direct,
  workersContracted: m.monitoring_told_contracted,
  deaths: m.monitoring_told_deaths,
  injuries: m.monitoring_told_injuries,
  grievancesReceived: m.monitoring_told_received,
  grievancesClosed: m.monitoring_told_closed,
} satisfies Record<CountName, () => string>;

export const reportedStatementLabel = {
  complies: m.monitoring_told_complies,
  'with-exceptions': m.monitoring_told_exceptions,
  'does-not': m.monitoring_told_does_not,
} satisfies Record<Statement, () => string>;
