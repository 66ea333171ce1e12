/** The forms in which the same report is given. */
export const auditReportKinds = ['full', 'plan', 'better-work', 'summary'] as const;
export type AuditReportKind = (typeof auditReportKinds)[number];

/** What workers said of a topic, the gravest last. */
export const talkGrades = ['not-raised', 'no-concern', 'some-concern', 'grave-concern'] as const;

/** What is counted of the hours of sampled workers. */
export const hourRows = ['above-60', 'no-rest-day', 'overtime-not-voluntary'] as const;
/** What is counted of their pay. */
export const wageRows = ['below-minimum', 'overtime-unpaid', 'overtime-underpaid', 'recruitment-fee', 'deposit', 'fine', 'loan'] as const;

/** Hours in a week that codes of conduct hold as the most, overtime included (ETI base code 6.3; RBA code A3). */
export const mostWeeklyHours = 60;
