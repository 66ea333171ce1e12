import { hostCountriesLabel } from '~/lending/due-diligence-report/record-labels';
import { clockLabel, incidentKindLabel, reportStatusLabel, reportStateLabel } from '~/lending/monitoring/monitoring-labels';
import { counts, texts } from '~/lending/monitoring/report-content';
import { countText } from '~/lending/monitoring/report-content-view';
import { textLabel } from '~/lending/monitoring/reporting-labels';
import { reportedCountLabel, reportedStatementLabel } from '~/lending/monitoring/reported-labels';
import { drawstopLabel } from '~/lending/deals/labels';
import { categoryLabel, stateLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { LenderBlock, LenderDocument } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate, formatMoment, formatNumber } from '~/ui/format';
import type { PeriodRead } from './read-period.server';

type Part = LenderDocument['parts'][number];
const paragraph = (text: string): LenderBlock => ({ kind: 'paragraph', text });

/** The monitoring report of a period as it is printed, in the reader's language. Pure. */
export function arrangePeriod(read: PeriodRead): LenderDocument {
  const { deal, report } = read;
  const { number, record, client, status, categories } = deal;
  const [newest] = report.versions;
  const period = m.monitoring_from_to({ from: formatDate(report.from), to: formatDate(report.to) });
  const received = newest
    ? m.monitoring_version({ version: newest.version, date: formatMoment(newest.sentAt) })
    : m.monitoring_paper_none();
  const category = categories[0]?.category;
  return {
    title: record.projectName,
    subtitle: m.monitoring_paper_subtitle({ period }),
    head: m.monitoring_paper_head({ number, project: record.projectName, period }),
    cover: [
      {
        kind: 'pairs',
        title: record.projectName,
        rows: [
          [m.deals_number(), number],
          [m.deals_client(), client.name],
          [m.deals_countries(), hostCountriesLabel(record.hostCountries)],
          [m.deals_category(), category ? categoryLabel(category) : m.deals_category_none()],
          [m.deals_status(), stateLabel(status)],
          [m.monitoring_period(), period],
          [m.monitoring_due_on(), formatDate(report.dueOn)],
          [m.monitoring_paper_received(), received],
          [m.monitoring_paper_standing(), reportStatusLabel(report, read.today)],
          [m.monitoring_report_statement(), newest ? reportedStatementLabel[newest.content.statement]() : m.shell_unknown()],
          [m.monitoring_paper_drawing(), drawingText(read)],
          [m.due_diligence_report_prepared(), formatDate(read.today)],
        ],
      },
    ],
    parts: [reportedPart(read), saidPart(read), incidentsPart(read), planPart(read), covenantsPart(read), drawingPart(read)],
  };
}

const drawingText = ({ deal }: PeriodRead): string => (deal.drawstops.length > 0 ? m.deals_drawstop() : m.monitoring_paper_drawing_free());

/** 1: the client's figures, each beside that of the previous period. */
function reportedPart({ report, today }: PeriodRead): Part {
  const [newest] = report.versions;
  const before = report.before?.content ?? null;
  const head = { key: 'reported', title: m.monitoring_paper_told() };
  const due = { date: formatDate(report.dueOn) };
  if (!newest)
    return { ...head, blocks: [paragraph(report.dueOn < today ? m.monitoring_paper_none_note(due) : m.monitoring_paper_none_yet(due))] };
  const { content } = newest;
  return {
    ...head,
    blocks: [
      {
        kind: 'table',
        title: m.monitoring_paper_told(),
        columns: [
          { label: m.monitoring_paper_number(), share: 56 },
          { label: m.monitoring_paper_now(), share: 22, align: 'end' },
          { label: m.monitoring_paper_before(), share: 22, align: 'end' },
        ],
        rows: counts.map((name) => [
          reportedCountLabel[name](),
          countText(content.counts[name]),
          before ? countText(before.counts[name]) : '–',
        ]),
      },
      ...texts.flatMap((name): LenderBlock[] => [
        { kind: 'heading', level: 3, text: textLabel[name]() },
        paragraph(content.texts[name] || m.monitoring_report_nothing_said()),
      ]),
      { kind: 'heading', level: 3, text: m.monitoring_report_statement() },
      { kind: 'paragraph', text: reportedStatementLabel[content.statement](), isStrong: true },
      { kind: 'paragraph', text: `${content.byName} · ${content.byFunction}`, isSmall: true },
    ],
  };
}

/** 2: the lender's verdicts, version by version. */
function saidPart({ report }: PeriodRead): Part {
  return {
    key: 'verdicts',
    title: m.monitoring_paper_said(),
    blocks: [
      report.verdicts.length === 0
        ? paragraph(m.monitoring_paper_said_none())
        : {
            kind: 'list',
            items: report.verdicts.map(({ verdict, version, comment, by, at }) => ({
              lead: [`${reportStateLabel(verdict)} ${m.monitoring_version_short({ version })}`, formatDate(at), by]
                .filter(Boolean)
                .join(' · '),
              ...(comment ? { text: comment } : {}),
            })),
          },
    ],
  };
}

/** 3: incidents of the period, and whether they were reported to the lender in time. */
function incidentsPart({ incidents }: PeriodRead): Part {
  const people = (value: number | null) => (value === null ? m.shell_unknown() : formatNumber(value));
  return {
    key: 'incidents',
    title: m.monitoring_paper_incidents(),
    blocks: [
      incidents.length === 0
        ? paragraph(`${m.monitoring_incidents_empty()}. ${m.monitoring_incidents_empty_text()}`)
        : {
            kind: 'table',
            title: m.monitoring_paper_incidents(),
            size: 8,
            columns: [
              { label: m.monitoring_incident(), share: 40 },
              { label: m.monitoring_happened(), share: 20 },
              { label: m.monitoring_clock(), share: 18 },
              { label: m.monitoring_died(), share: 11, align: 'end' },
              { label: m.monitoring_harmed(), share: 11, align: 'end' },
            ],
            rows: incidents.map(({ number, kind, text, happenedAt, clock, died, harmed }) => [
              {
                text: `${m.monitoring_incident_number({ number })} ${incidentKindLabel(kind)}`,
                note: kind === 'restricted' ? m.monitoring_restricted_text() : text,
              },
              formatMoment(happenedAt),
              clockLabel(clock),
              ...(kind === 'restricted' ? ['–', '–'] : [people(died), people(harmed)]),
            ]),
          },
    ],
  };
}

/** 4: the current items of the action plan. */
function planPart({ plan, today }: PeriodRead): Part {
  return {
    key: 'plan',
    title: m.monitoring_paper_plan(),
    blocks: plan.length === 0 ? [paragraph(m.due_diligence_report_not_in_record())] : [asOf(today), ...plan],
  };
}

/** 5: covenants and what the committee made a condition. */
function covenantsPart({ covenants, conditions, today }: PeriodRead): Part {
  const blocks = [...covenants, ...conditions];
  return {
    key: 'covenants',
    title: m.monitoring_paper_covenants(),
    blocks: blocks.length === 0 ? [paragraph(m.due_diligence_report_not_in_record())] : [asOf(today), ...blocks],
  };
}

/** 6: whether money may be drawn, and why not. */
function drawingPart(read: PeriodRead): Part {
  const { drawstops } = read.deal;
  return {
    key: 'drawing',
    title: m.monitoring_paper_drawing_title(),
    blocks: [
      asOf(read.today),
      { kind: 'paragraph', text: drawingText(read), isStrong: true },
      ...(drawstops.length > 0 ? [{ kind: 'list' as const, items: drawstops.map((stop) => ({ lead: drawstopLabel(stop) })) }] : []),
    ],
  };
}

const asOf = (today: string): LenderBlock => ({
  kind: 'paragraph',
  text: m.monitoring_paper_as_of({ date: formatDate(today) }),
  isSmall: true,
});
