import { bases } from '#scoring';
import { drawIntervalRows } from '~/documents/charts/interval-rows-geometry';
import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { bandLabel, basisLabel, componentLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { writeShown } from '../assessment-report/score-labels';
import { capital } from '~/documents/pdf/labels';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawFigure } from '~/documents/pdf/draw-drawing.server';
import { type Cell, drawTable } from '~/documents/pdf/draw-table.server';
import { type ListPage, placeWords } from './page';
import { type RiskiestLevel, riskiestLevel } from './riskiest-tenth';
import type { ListReport } from './schema';

const inFigure = 20;

type Top = ListReport['top'][number];
type Say = ListPage['say'];

const tenthMessages = {
  certain: m.supplier_report_list_tenth_certain,
  probable: m.supplier_report_list_tenth_probable,
  open: m.supplier_report_list_tenth_open,
  not: m.supplier_report_list_tenth_not,
} satisfies Record<RiskiestLevel, unknown>;

const alertMessages = {
  'presumed-region': m.alerts_kind_presumed_region,
  'listed-entity': m.alerts_kind_listed_entity,
  'import-order': m.alerts_kind_import_order,
  'state-imposed': m.alerts_kind_state_imposed,
  'priority-sector': m.alerts_kind_priority_sector,
  'listed-good': m.alerts_kind_listed_good,
  'recruiter-status': m.alerts_kind_recruiter_status,
  'recruiter-sanction': m.alerts_kind_recruiter_sanction,
  'recruiter-licence': m.alerts_kind_recruiter_licence,
} satisfies Record<Top['alerts'][number]['kind'], unknown>;

/** The highest scores with their intervals and places, what they rest on, the alerts, and what adds most to each. */
export function drawTop({ report, model, say }: ListPage): void {
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_list_top({}, say) });
  const { top } = model;
  if (top.length === 0) {
    drawParagraph(report, { text: m.supplier_report_list_top_none({}, say) });
    return;
  }
  const whole = (value: number) => writeNumber(value, say);
  drawParagraph(report, { text: m.supplier_report_list_top_intro({ count: whole(top.length), scored: whole(model.scored) }, say) });

  const shown = top.slice(0, inFigure);
  const scale = 0.78;
  const drawing = drawIntervalRows(
    shown.map(({ name, score, low, high }) => ({ label: name, score, low, high })),
    { width: report.width / scale, labelWidth: 220 },
  );
  const words = shown.map(({ name, score, low, high }) =>
    m.supplier_report_list_interval_row(
      { name, score: writeShown(score, say), low: writeShown(low, say), high: writeShown(high, say) },
      say,
    ),
  );
  drawHeading(report, { level: 2, text: m.supplier_report_list_intervals({}, say) });
  drawFigure(report, { drawing, alt: m.supplier_report_list_intervals_alt({ rows: words.join('; ') }, say), scale });
  report.y += 12;

  const grades = bases.map((grade) => basisLabel(grade, say.locale)).join('; ');
  drawParagraph(report, { text: m.supplier_report_list_basis_key({ grades }, say), style: styles.small });
  drawTable(report, {
    summary: m.supplier_report_list_top({}, say),
    columns: [
      { label: m.supplier_report_list_column_supplier({}, say), share: 23 },
      { label: m.supplier_report_list_column_score({}, say), share: 12, align: 'end' },
      { label: m.supplier_report_list_column_place({}, say), share: 8, align: 'end' },
      { label: m.supplier_report_list_column_tenth({}, say), share: 13, align: 'end' },
      { label: m.supplier_report_list_column_basis({}, say), share: 6 },
      { label: m.supplier_report_list_column_child({}, say), share: 9, align: 'end' },
      { label: m.supplier_report_list_column_alerts({}, say), share: 15 },
      { label: m.supplier_report_list_column_drivers({}, say), share: 14 },
    ],
    size: 7.5,
    rows: top.map((each) => rowOf(each, say)),
  });
}

function rowOf(each: Top, say: Say): Cell[] {
  const whole = (value: number) => writeNumber(value, say);
  const { score, low, high, rankBest, rankWorst, inRiskiestTenth } = each;
  const where = [placeWords(each, say), each.sectorTitle, m.supplier_report_list_row({ row: each.row }, say)];
  return [
    { text: each.name, note: where.filter((part) => part !== null).join(' · ') },
    {
      text: `${writeShown(score, say)} ${capital(bandLabel(each.band, say.locale))}`,
      note: m.supplier_report_list_place({ best: writeShown(low, say), worst: writeShown(high, say) }, say),
    },
    rankBest === rankWorst ? whole(rankBest) : m.supplier_report_list_place({ best: whole(rankBest), worst: whole(rankWorst) }, say),
    { text: writePercent(inRiskiestTenth, say), note: tenthMessages[riskiestLevel(inRiskiestTenth)]({}, say) },
    each.basis,
    writeShown(each.childScore, say),
    alertWords(each, say),
    each.drivers
      .map(({ id, points }) =>
        m.supplier_report_list_driver(
          { component: componentLabel(id, say.locale), points: writeNumber(points, { ...say, decimals: 1, signed: true }) },
          say,
        ),
      )
      .join('; '),
  ];
}

/** The kinds of alerts, and the mark of state-imposed forced labour where no alert says it already. */
function alertWords({ alerts, isStateImposed }: Top, say: Say): string {
  const words = alerts.map(({ kind, isToBeConfirmed }) => {
    const alert = alertMessages[kind]({}, say);
    return isToBeConfirmed ? m.supplier_report_list_alert_unconfirmed({ alert }, say) : alert;
  });
  const isSaid = alerts.some(({ kind }) => kind === 'state-imposed' || kind === 'presumed-region');
  if (isStateImposed && !isSaid) words.unshift(m.supplier_report_state({}, say));
  return words.length === 0 ? m.supplier_report_list_alerts_none({}, say) : words.join('; ');
}
