import { bandLabel, scoreLabel } from '~/documents/charts/labels';
import { writeNumber } from '~/documents/charts/numbers';
import { drawShapes } from '~/documents/pdf/draw-drawing.server';
import { writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Shape } from '~/ui/drawing/shapes';
import { concernedLabel, workersLabel } from '../board-paper/labels';
import { clipText, drawRule, paperStyles, placeText } from '../board-paper/page.server';
import { basisShapes, intervalShapes, riskShapes } from '../board-paper/shapes';
import { basisText, intervalLabel } from './labels';
import { type BriefPage, gap, placeMore } from './page.server';

/** Whom it is about, the verdict, the figures, and what to ask. */
export function drawHead(page: BriefPage): void {
  const { report, brief, say } = page;
  report.y = 44;
  const top = report.y;
  const small = { size: 8.5 };
  const aside = clipText(report, {
    ...{ text: m.supplier_brief_aside({ date: writeDate(brief.asOf, say) }, say), style: small, width: report.width * 0.66, most: 1 },
  });
  const mark = (aside[0]?.width ?? 0) + 1;
  placeText(report, { text: brief.organization.name, style: { size: 9, strong: true }, width: report.width - mark - 12, most: 1 });
  report.write(report.element('P'), aside, {
    ...{ x: report.left + report.width - mark, y: top, width: mark, style: small, align: 'end' },
  });
  report.y += 10;
  placeText(report, { text: brief.supplier.name, style: { size: 12, strong: true }, most: 1 });
  const about = [...brief.supplier.about, brief.supplier.publicId].join(' · ');
  placeText(report, { text: about, style: { ...paperStyles.note, size: 8 }, most: 2 });
  report.y += 6;
  report.note(1, brief.verdict);
  placeText(report, { text: brief.verdict, style: paperStyles.sentence, most: 3, tag: 'H1' });
  if (brief.meaning !== null) {
    report.y += 3;
    placeText(report, { text: brief.meaning, style: { size: 9.5 }, most: 2 });
  }
  report.y += gap;
  drawFigures(page);
  drawAsks(page);
}

type Figure = { value: string; label: string; picture?: { shapes: Shape[]; width: number; actual: string } };

function drawFigures(page: BriefPage): void {
  const { report } = page;
  const figures = figuresOf(page);
  const [space, top] = [11, report.y];
  const width = (report.width - space * (figures.length - 1)) / figures.length;
  const list = report.element('L');
  let lowest = top;
  for (const [index, { value, label, picture }] of figures.entries()) {
    const x = report.left + index * (width + space);
    report.y = top;
    drawRule(report, { x, width, weight: 0.9 });
    report.y += 4;
    const body = report.element('LBody', {}, report.element('LI', {}, list));
    if (picture === undefined) {
      const size = [18, 15, 12, 10].find((each) => report.layout(value, { size: each, strong: true }, width).length === 1) ?? 9;
      report.y += (18 - size) * 0.9;
      placeText(report, { text: value, style: { size, strong: true }, x, width, most: 1, parent: body });
    } else {
      report.element('Span', { actual: picture.actual }, body).add(() => {
        drawShapes(report, { drawing: { ...picture, height: 24 }, scale: 1, left: x, top: report.y });
      });
      report.y += 26;
    }
    placeText(report, { text: label, style: { size: 7.5 }, x, width, most: 4, parent: body });
    lowest = Math.max(lowest, report.y);
  }
  report.y = lowest + gap;
}

function figuresOf({ brief, say }: BriefPage): Figure[] {
  const { score, findings, actions, concerned, workers } = brief;
  const whole = (value: number) => writeNumber(value, say);
  const isSmall = workers.kind === 'under-5';
  return [
    score === null
      ? { value: '–', label: m.supplier_brief_not_scored({}, say) }
      : {
          value: scoreLabel(score.score, say.locale),
          label: intervalLabel(score, say),
          picture: {
            ...{ width: 84, actual: `${scoreLabel(score.score, say.locale)}, ${bandLabel(score.band, say.locale)}` },
            shapes: [...riskShapes(score.band, score.score, 6), ...intervalShapes(score, { width: 82, y: 20 })],
          },
        },
    score === null || score.basis === null
      ? { value: '–', label: m.supplier_brief_rests_on_nothing({}, say) }
      : {
          value: score.basis,
          label: m.supplier_brief_rests_on({ basis: basisText(score.basis, say) }, say),
          picture: { width: 24, actual: score.basis, shapes: basisShapes(score.basis, { cx: 8, y: 10 }) },
        },
    {
      value: workersLabel(workers, say),
      label:
        concerned === null || isSmall
          ? m.supplier_brief_workers({}, say)
          : m.board_paper_figure_workers_concerned({ range: concernedLabel(concerned, say) }, say),
    },
    {
      value: whole(findings.list.total),
      label: m.supplier_brief_figure_findings({ count: findings.list.total, critical: whole(findings.critical) }, say),
    },
    {
      value: whole(actions.overdue.total),
      label: m.supplier_brief_figure_overdue({ count: actions.overdue.total, open: whole(actions.open) }, say),
    },
  ];
}

/** The one frame of the page: numbered questions for the meeting. */
function drawAsks(page: BriefPage): void {
  const { report, brief, say, limits } = page;
  const [top, pad] = [report.y, 10];
  const column = { x: report.left + pad, width: report.width - 2 * pad };
  report.y += pad - 2;
  report.note(2, m.supplier_brief_asks({}, say));
  placeText(report, { text: m.supplier_brief_asks({}, say), style: { size: 10, strong: true }, ...column, most: 1, tag: 'H2' });
  if (brief.isDangerousToAsk) placeText(report, { text: m.supplier_brief_danger({}, say), style: paperStyles.strong, ...column, most: 2 });
  if (brief.asks.total === 0) placeText(report, { text: m.supplier_brief_asks_none({}, say), style: paperStyles.text, ...column, most: 2 });
  const shown = brief.asks.shown.slice(0, limits.asks);
  const list = report.element('L');
  for (const [index, ask] of shown.entries()) {
    report.y += 4;
    const from = report.y;
    const item = report.element('LI', {}, list);
    const number = report.layout(String(index + 1), paperStyles.strong);
    report.write(report.element('Lbl', {}, item), number, { x: column.x, y: from, width: 14, style: paperStyles.strong });
    const parent = report.element('LBody', {}, item);
    placeText(report, { text: ask, style: paperStyles.text, x: column.x + 16, width: column.width - 16, most: limits.askLines, parent });
  }
  placeMore(page, { count: brief.asks.total - shown.length, column });
  report.y += pad - 2;
  report.artifact(() => {
    report.doc
      .rect(report.left, top, report.width, report.y - top)
      .lineWidth(0.9)
      .stroke('#1c2526');
  });
  report.y += 14;
}
