/**
 * Questions of Better Work's checklist that count or share out who was interviewed: one by one, in groups, away from the site, women, migrants. What is recorded
 * of them stays in the record of the audit; what is shown of interviews is made by `audit-report/suppress-small-cells` from the interviews themselves.
 */
const interviewCounts: ReadonlySet<string> = new Set([
  ...['BW.PI.k', 'BW.PI.l', 'BW.PI.m', 'BW.PI.n', 'BW.PI.n.1', 'BW.PI.o', 'BW.PI.o.1'],
]);

export const isInterviewCount = (question: string): boolean => interviewCounts.has(question);
