import { m } from '~/paraglide/messages';
import type { CountName, ReportProblem, Statement, TextName } from './report-content';

/** The words of the form that a client fills in: in every language somebody answers in. The lender reads the heads of its texts beside the answers, the rest as `told-words`. */
export const countWord = {
  workersDirect: m.reporting_workers_direct,
  workersContracted: m.reporting_workers_contracted,
  deaths: m.reporting_deaths,
  injuries: m.reporting_injuries,
  grievancesReceived: m.reporting_grievances_received,
  grievancesClosed: m.reporting_grievances_closed,
} satisfies Record<CountName, () => string>;

export const textWord = {
  audits: m.reporting_audits,
  planProgress: m.reporting_plan,
  breaches: m.reporting_breaches,
  incidents: m.reporting_incidents,
  corrective: m.reporting_corrective,
} satisfies Record<TextName, () => string>;

export const statementWord = {
  complies: m.reporting_statement_complies,
  'with-exceptions': m.reporting_statement_exceptions,
  'does-not': m.reporting_statement_not,
} satisfies Record<Statement, () => string>;

const problems = {
  'count-missing': m.reporting_problem_count,
  'count-bad': m.reporting_problem_number,
  'count-both': m.reporting_problem_both,
  'statement-missing': m.reporting_problem_statement,
  'exceptions-missing': m.reporting_problem_exceptions,
  'name-missing': m.reporting_problem_name,
  'function-missing': m.reporting_problem_function,
} satisfies Record<ReportProblem, () => string>;
export const reportingProblem = (problem: ReportProblem) => problems[problem]();

const said = {
  signs: m.reporting_problem_signs,
  'period-going': m.reporting_problem_going,
  'sent-meanwhile': m.reporting_problem_sent,
};
export const reportingText = (key: keyof typeof said) => said[key]();
