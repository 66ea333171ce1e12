import type { TenantDb } from '~/access/tenant-db.server';
import { categoryLabel, stateLabel } from '~/lending/deal-record/labels';
import { memberLocale } from '~/locales/member-locales';
import { siteAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { buildLenderReport } from '~/documents/frozen-documents/lender-report/model.server';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate } from '~/ui/format';
import { assessmentPart, inherentPart, rightsPart, systemPart } from './arrange-assessment';
import { annexPart, covenantsPart, gapsPart, limitsPart, planPart } from './arrange-conclusion';
import { chainPart, projectPart, scopePart } from './arrange-project';
import { hostCountriesLabel, moneyLabel } from './record-labels';
import { type Diligence, readDiligence } from './read-diligence.server';

/** The parts in the order that readers of such reviews expect (peers.md 4e). */
const parts = [
  ...[projectPart, scopePart, chainPart, assessmentPart, rightsPart, inherentPart, systemPart],
  ...[gapsPart, planPart, covenantsPart, limitsPart, annexPart],
];

/** The due diligence report of a deal from current data, in the reader's language; null for an unknown id. */
export async function drawDiligence(
  db: TenantDb,
  options: { dealId: string; now: Date; organization: { name: string }; state: LenderReport['state'] },
): Promise<LenderReport | null> {
  const { now, state } = options;
  const read = await readDiligence(db, { dealId: options.dealId, today: now.toISOString().slice(0, 10) });
  if (!read) return null;
  const { number, record, categories, client, status } = read.deal;
  const category = categories[0]?.category ?? null;
  return buildLenderReport({
    ...{ kind: 'due-diligence', locale: memberLocale(getLocale()), preparedAt: now.toISOString(), state },
    ...{ organization: { name: options.organization.name }, publicUrl: siteAddress() },
    data: JSON.parse(JSON.stringify(dataOf(read))),
    document: {
      title: record.projectName,
      subtitle: m.due_diligence_report_subtitle({ number }),
      head: m.due_diligence_report_running_head({ number, project: record.projectName }),
      cover: [
        {
          kind: 'pairs',
          title: record.projectName,
          rows: [
            [m.deals_client(), client.name],
            [m.deals_countries(), hostCountriesLabel(record.hostCountries)],
            [m.deals_category(), category ? categoryLabel(category) : m.deals_category_none()],
            [m.deals_status(), stateLabel(status)],
            [m.deals_commitment(), moneyLabel(record.commitmentMinor, record.currency)],
            [m.due_diligence_report_prepared(), formatDate(now)],
          ],
        },
      ],
      parts: parts.map((part) => part(read)),
    },
  });
}

/** What the report rests on, for programs: the record, its tests, categories and steps, the companies, the reviews, the score. People stay out of it. */
function dataOf({ deal, parties, reviews, result, evidence, links }: Diligence) {
  const { record, client, number, status, designation } = deal;
  return {
    deal: { number, status, record, client: { name: client.name, publicId: client.publicId }, designation },
    scopes: deal.scopes.map(({ edition, result: outcome, exception, at, criteria, fits }) => ({
      ...{ edition, result: outcome, exception, at, criteria, fits },
    })),
    categories: deal.categories.map(({ category, reasons, at }) => ({ category, reasons, at })),
    steps: deal.steps.map(({ from, to, decision, reason, conditions, at }) => ({ from, to, decision, reason, conditions, at })),
    parties: parties.map(({ name, publicId, part, country, note, score }) => ({ name, publicId, part, country, note, score })),
    links,
    reviews,
    score: result,
    evidence,
  };
}
