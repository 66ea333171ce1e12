import { m } from '~/paraglide/messages';
import type { CountName, ReportProblem, Statement, TextName } from './report-content';

/**
 * Texts of the client's form, in every respondent language. The lender reads the headings of its texts beside the answers, and the rest from
 * `reported-labels`.
 */
export const countLabel = {
  workersDirect: m.monitoring_report_workers_direct,
  workersContracted: m.monitoring_report_workers_contracted,
  deaths: m.monitoring_report_deaths,
  injuries: m.monitoring_report_injuries,
  grievancesReceived: m.monitoring_report_grievances_received,
  grievancesClosed: m.monitoring_report_grievances_closed,
} satisfies Record<CountName, () => string>;

export const textLabel = {
  audits: m.monitoring_report_audits,
  planProgress: m.monitoring_report_plan,
  breaches: m.monitoring_report_breaches,
  incidents: m.monitoring_report_incidents,
  corrective: m.monitoring_report_corrective,
} satisfies Record<TextName, () => string>;

export const statementLabel = {
  complies: m.monitoring_report_statement_complies,
  'with-exceptions': m.monitoring_report_statement_exceptions,
  'does-not': m.monitoring_report_statement_not,
} satisfies Record<Statement, () => string>;

const problems = {
  'count-missing': m.monitoring_report_problem_count,
  'count-bad': m.monitoring_report_problem_number,
  'count-both': m.monitoring_report_problem_both,
  'statement-missing': m.monitoring_report_problem_statement,
  'exceptions-missing': m.monitoring_report_problem_exceptions,
  'name-missing': m.monitoring_report_problem_name,
  'function-missing': m.monitoring_report_problem_function,
} satisfies Record<ReportProblem, () => string>;
export const reportingProblem = (problem: ReportProblem) => problems[problem]();

const said = {
  signs: m.monitoring_report_problem_signs,
  'period-going': m.monitoring_report_problem_going,
  'sent-meanwhile': m.monitoring_report_problem_sent,
};
export const reportingText = (key: keyof typeof said) => said[key]();
