import type { AuditReportInput } from '~/audits/report/audit-report/model.server';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { auditReportInput, type makePhotos } from '../tests/reports/audit-report-input';

const found = [
  'passports of workers hired through an agency lie in the office and are given out only on written request',
  'workers paid between 300 and 1,200 US dollars for their recruitment and were not paid back',
  'overtime of the finishing line is written into a second book and paid at the plain rate',
  'the contract that workers signed on arrival names a lower wage than the one shown to them at home',
  'the door of the dormitory is locked from ten in the evening, and the guard keeps the only key',
  'wages of the first month are kept back and paid only to those who stay a full year',
  'fines for coming late are taken from the wage without a rule that anybody could show',
  'the fire exit of the cutting room was blocked by rolls of cloth and its lamp did not burn',
  'members of the workers’ committee were named by the management and had never met',
  'two of the workers could show no paper of their age and said that they were sixteen',
];
const places = ['sewing hall', 'cutting room', 'dormitory', 'finishing line', 'laundry', 'warehouse', 'canteen', 'packing room'];
const shown = [
  'wage books',
  'time records',
  'contracts',
  'talks with workers',
  'looking around',
  'the book of fines',
  'the agency’s invoices',
];
const causes = [
  'Agencies are paid by the head and nobody checks them.',
  'The supervisors were not told of the rule, and the office does not look at their books.',
  'Orders come late and are not turned down.',
];

type Photos = Awaited<ReturnType<typeof makePhotos>>['entries'];

/** A generated audit with a number of findings, whose texts differ between rounds, so that text set for one report is not reused in the next. */
export function madeAudit(round: number, { findings, photos }: { findings: number; photos: Photos }): AuditReport {
  const input: AuditReportInput = auditReportInput({}, { findings });
  const pick = (list: readonly string[], index: number) => list[(index + round) % list.length] ?? '';
  const entries = input.record.findings.map((finding, index) => {
    const count = 3 + ((index * 37 + round * 101) % 490);
    const place = pick(places, index * 3);
    return {
      ...finding,
      value: {
        ...finding.value,
        what: `In the ${place} (building ${1 + ((index + round) % 7)}) ${pick(found, index)}; ${count} of those heard said so, the first in week ${1 + ((index * 5 + round) % 52)}.`,
        evidence: `Seen in ${pick(shown, index)} and ${pick(shown, index + 3)}, pages ${count} to ${count + 4}, copied as ${round + 1}-${index + 1}.`,
        rootCause: index % 3 ? '' : pick(causes, index),
      },
    };
  });
  return buildAuditReport({ ...input, record: { ...input.record, findings: entries, photos } });
}
