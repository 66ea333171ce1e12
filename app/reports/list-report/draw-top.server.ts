import { drawIntervalRows } from '~/charts/interval-rows-geometry';
import { writeNumber } from '~/charts/numbers';
import { bandWord, componentWord, confidenceWord } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { capital } from '../assessment-report/words';
import { drawHeading, drawParagraph } from '../kit/blocks.server';
import { drawFigure } from '../kit/draw-drawing.server';
import { drawTable } from '../kit/draw-table.server';
import { type ListPage, placeWords } from './page';

const inFigure = 20;

/** The highest scores with their intervals, the places these leave open, and what adds most to each. */
export function drawTop({ report, model, say }: ListPage): void {
  report.addPage();
  drawHeading(report, { level: 1, text: m.report_list_top({}, say) });
  const { top } = model;
  if (top.length === 0) {
    drawParagraph(report, { text: m.report_list_top_none({}, say) });
    return;
  }
  const tenth = (value: number) => writeNumber(value, { ...say, decimals: 1 });
  const whole = (value: number) => writeNumber(value, say);
  drawParagraph(report, { text: m.report_list_top_intro({ count: whole(top.length), scored: whole(model.scored) }, say) });

  const shown = top.slice(0, inFigure);
  const scale = 0.78;
  const drawing = drawIntervalRows(
    shown.map(({ name, score, low, high }) => ({ label: name, score, low, high })),
    { width: report.width / scale, labelWidth: 220 },
  );
  const words = shown.map(({ name, score, low, high }) =>
    m.report_list_interval_row({ name, score: tenth(score), low: tenth(low), high: tenth(high) }, say),
  );
  drawHeading(report, { level: 2, text: m.report_list_intervals({}, say) });
  drawFigure(report, { drawing, alt: m.report_list_intervals_alt({ rows: words.join('; ') }, say), scale });
  report.y += 12;

  drawTable(report, {
    summary: m.report_list_top({}, say),
    columns: [
      { label: m.report_list_column_supplier({}, say), share: 34 },
      { label: m.report_list_column_score({}, say), share: 15, align: 'end' },
      { label: m.report_list_column_interval({}, say), share: 14, align: 'end' },
      { label: m.report_list_column_place({}, say), share: 11, align: 'end' },
      { label: m.report_list_column_drivers({}, say), share: 26 },
    ],
    size: 8,
    rows: top.map((each) => [
      {
        text: each.name,
        note: [placeWords(each, say), each.sectorTitle, m.report_list_row({ row: each.row }, say)]
          .filter((part) => part !== null)
          .join(' · '),
      },
      { text: tenth(each.score), note: `${capital(bandWord(each.band, say.locale))}, ${confidenceWord(each.confidence, say.locale)}` },
      `${tenth(each.low)}–${tenth(each.high)}`,
      each.rankBest === each.rankWorst
        ? whole(each.rankBest)
        : m.report_list_place({ best: whole(each.rankBest), worst: whole(each.rankWorst) }, say),
      each.drivers
        .map(({ id, points }) => m.report_list_driver({ component: componentWord(id, say.locale), points: tenth(points) }, say))
        .join('; '),
    ]),
  });
}
