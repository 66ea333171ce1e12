import { bases } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { bandLabel, basisLabel, scoreLabel } from '~/documents/charts/labels';
import { drawShapes } from '~/documents/pdf/draw-drawing.server';
import { countryLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Band } from '#scoring';
import { drawLedger, type Ledger, type LedgerCell, ledgerHeights } from './draw-ledger.server';
import { clipText, drawRule, heightOf, type PaperPage, paperStyles, placeSection, placeText } from './page.server';
import { atRiskOf } from './schema';
import { bandOrder, barShapes, basisShapes, intervalShapes, riskShapes } from './shapes';
import { figureEntries } from './state-figures';
import { stateFinding } from './state-finding';
import { alertLabel, concernedLabel, tierLabel, workersLabel } from './labels';

/** What to decide, and where people are at risk. */
export function drawFirstPage(page: PaperPage): void {
  const { report, model, say } = page;
  report.y = 44;
  const date = writeDate(model.asOf, say);
  const aside = model.decisions.length > 0 ? m.board_paper_for_decision({ date }, say) : m.board_paper_for_information({ date }, say);
  const top = report.y;
  placeText(report, { text: model.organization.name, style: { size: 9, strong: true }, width: report.width * 0.55, most: 1 });
  report.write(
    report.element('P'),
    clipText(report, { text: `${m.board_paper_title({}, say)} · ${aside}`, style: { size: 8.5 }, width: report.width * 0.45, most: 1 }),
    {
      ...{ x: report.left + report.width * 0.55, y: top, width: report.width * 0.45, style: { size: 8.5 }, align: 'end' },
    },
  );
  report.y += 8;
  const finding = stateFinding(model);
  report.note(1, finding);
  placeText(report, { text: finding, style: paperStyles.sentence, most: 3, tag: 'H1' });
  report.y += 8;
  drawDecisions(page);
  drawFigures(page);
  drawBands(page);
  drawSuppliers(page);
}

function drawDecisions({ report, model, say }: PaperPage): void {
  const { decisions } = model;
  if (decisions.length === 0) return;
  const [top, pad] = [report.y, 10];
  const [x, amountWidth] = [report.left + pad, 120];
  const inner = report.width - 2 * pad;
  report.y += pad - 2;
  report.note(2, m.board_paper_decisions({}, say));
  placeText(report, { text: m.board_paper_decisions({}, say), style: { size: 10, strong: true }, x, width: inner, most: 1, tag: 'H2' });
  const list = report.element('L');
  for (const [index, { title, amount }] of decisions.entries()) {
    report.y += 3;
    if (index > 0) drawRule(report, { x, width: inner, weight: 0.4, ink: '#d5dad9' });
    report.y += 3;
    const from = report.y;
    const item = report.element('LI', {}, list);
    const label = report.layout(String(index + 1), paperStyles.strong);
    report.write(report.element('Lbl', {}, item), label, { x, y: from, width: 14, style: paperStyles.strong });
    const body = report.element('LBody', {}, item);
    placeText(report, { text: title, style: paperStyles.strong, x: x + 16, width: inner - 16 - amountWidth - 8, most: 2, parent: body });
    if (amount !== '') {
      const lines = clipText(report, { text: amount, style: paperStyles.text, width: amountWidth, most: 2 });
      const place = { x: x + inner - amountWidth, y: from, width: amountWidth, style: paperStyles.text, align: 'end' as const };
      report.write(report.element('P', {}, body), lines, place);
      report.y = Math.max(report.y, from + heightOf(lines, paperStyles.text));
    }
  }
  report.y += pad - 2;
  report.artifact(() => {
    report.doc
      .rect(report.left, top, report.width, report.y - top)
      .lineWidth(0.9)
      .stroke('#1c2526');
  });
  report.y += 14;
}

function drawFigures({ report, model }: PaperPage): void {
  const entries = figureEntries(model);
  const [gap, top] = [11, report.y];
  const width = (report.width - gap * (entries.length - 1)) / entries.length;
  const list = report.element('L');
  let lowest = top;
  for (const [index, [value, label]] of entries.entries()) {
    const x = report.left + index * (width + gap);
    report.y = top;
    drawRule(report, { x, width, weight: 0.9 });
    report.y += 4;
    const body = report.element('LBody', {}, report.element('LI', {}, list));
    const size = [18, 15, 12, 10].find((each) => report.layout(value, { size: each, strong: true }, width).length === 1) ?? 9;
    report.y += (18 - size) * 0.9;
    placeText(report, { text: value, style: { size, strong: true }, x, width, most: 1, parent: body });
    placeText(report, { text: label, style: { size: 7.5 }, x, width, most: 7, parent: body });
    lowest = Math.max(lowest, report.y);
  }
  report.y = lowest + 10;
}

const named = (band: Band | 'none', say: PaperPage['say']) =>
  band === 'none' ? m.board_paper_not_scored({}, say) : bandLabel(band, say.locale);

function drawBands({ report, model, say }: PaperPage): void {
  placeSection(report, { title: m.board_paper_bands_title({}, say), level: 2 });
  const shown = bandOrder.filter((band) => model.bands[band] > 0);
  const words = shown.map((band) => m.board_paper_band_count({ band: named(band, say), count: writeNumber(model.bands[band], say) }, say));
  if (shown.length === 0) return;
  const drawing = {
    ...{ width: report.width, height: 18 },
    shapes: barShapes(
      shown.map((band) => ({
        ...{
          size: model.bands[band],
          tone: band === 'none' ? ('hatched' as const) : (`band-${band}` as const),
          text: writeNumber(model.bands[band], say),
        },
        textTone: band === 'severe' || band === 'high' ? ('on-severe' as const) : ('ink' as const),
      })),
      { width: report.width, height: 18 },
    ),
  };
  const { left, y } = report;
  const figure = report.element('Figure', {
    ...{
      alt: m.board_paper_alt_bands({ values: words.join(', ') }, say),
      bbox: [left, y, left + report.width, y + 18],
      placement: 'Block',
    },
  });
  figure.add(() => drawShapes(report, { drawing, scale: 1, left, top: y }));
  report.y += 21;
  placeText(report, { text: words.join('   ·   '), style: { ...paperStyles.note, size: 7.5 }, most: 1 });
  report.y += 8;
}

function drawSuppliers({ report, model, say }: PaperPage): void {
  const total = atRiskOf(model);
  const grades = bases.map((grade) => basisLabel(grade, say.locale)).join('; ');
  const note = m.board_paper_note({ grades }, say);
  const noteHeight = heightOf(clipText(report, { text: note, style: paperStyles.note, width: report.width, most: 4 }), paperStyles.note);
  placeSection(report, { title: m.board_paper_suppliers_title({}, say), level: 2 });
  if (total === 0) {
    placeText(report, { text: m.board_paper_suppliers_none({}, say), style: paperStyles.text, most: 2 });
    return;
  }
  const line = 11;
  const rows = model.top.map((each): LedgerCell[] => {
    const [score, low, high] = [each.score, each.low, each.high].map((value) => scoreLabel(value, say.locale)) as [string, string, string];
    const place = [
      each.country === null ? null : countryLabel(each.country, say),
      tierLabel(each.tier === null ? null : Math.min(3, each.tier), say),
      each.sector,
    ];
    return [
      { text: each.name, note: place.filter((part) => part !== null).join(' · '), strong: true },
      {
        picture: {
          shapes: riskShapes(each.band, each.score, 8),
          width: 40,
          height: 16,
          actual: `${score}, ${bandLabel(each.band, say.locale)}`,
        },
      },
      {
        picture: {
          ...{ shapes: intervalShapes(each, { width: 62, y: 8 }), width: 62, height: 16 },
          alt: m.board_paper_alt_interval({ score, low, high }, say),
        },
      },
      { text: workersLabel(each.workers, say), most: 2 },
      { text: each.workers.kind === 'under-5' ? workersLabel(each.workers, say) : concernedLabel(each.concerned, say), most: 2 },
      { picture: { shapes: basisShapes(each.basis, { cx: 8, y: 8 }), width: 16, height: 16, actual: basisLabel(each.basis, say.locale) } },
      { text: alertLabel(each.alert, say), most: 2 },
    ];
  });
  const ledger: Ledger = {
    summary: m.board_paper_suppliers_title({}, say),
    columns: [
      { label: m.board_paper_column_supplier({}, say), width: 140 },
      { label: m.board_paper_column_risk({}, say), width: 43 },
      { label: m.board_paper_column_interval({}, say), width: 70 },
      { label: m.board_paper_column_workers({}, say), width: 48, align: 'end' },
      { label: m.board_paper_column_concerned({}, say), width: 54, align: 'end' },
      { label: m.board_paper_column_basis({}, say), width: 30 },
      { label: m.board_paper_column_alert({}, say), width: report.width - 385 },
    ],
    rows,
  };
  const room = report.doc.page.height - 58 - noteHeight - line - report.y;
  const drawn = ledgerHeights(report, ledger).findLastIndex((height) => height <= room);
  drawLedger(report, { ...ledger, rows: rows.slice(0, drawn) });
  report.y += 3;
  if (total > drawn)
    placeText(report, { text: m.board_paper_suppliers_more({ count: total - drawn }, say), style: { size: 7.5, strong: true }, most: 1 });
  placeText(report, { text: note, style: paperStyles.note, most: 4 });
}
