import { lineHeight, type TextLine, type TextStyle } from '~/documents/pdf/layout-text.server';
import { inks } from '~/documents/pdf/inks';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { StructureElement } from '~/documents/pdf/structure';
import { boxSize, drawBox } from '~/documents/pdf/tick-box.server';
import type { Part } from './draw-question.server';
import type { PaperQuestion } from './schema';

const afterBox = 6;
const between = 18;
const style: TextStyle = { size: 9.5 };
const skipStyle: TextStyle = { size: 8.5, ink: inks.accent };

type Option = PaperQuestion['options'][number];
type Laid = { option: Option; lines: TextLine[]; skips: TextLine[]; width: number };

/** The boxes to tick: side by side where they are short and leave nothing out, else one below the other. Empty where there is nothing to tick. */
export function optionParts(
  report: ReportDocument,
  { question, ticked, x, width }: { question: PaperQuestion; ticked: string; x: number; width: number },
): Part[] {
  const room = width - boxSize - afterBox;
  const laid = question.options.map((option): Laid => {
    const lines = report.layout(option.text, option.isTicked ? { ...style, strong: true } : style, room);
    const skips = option.skips === null ? [] : report.layout(option.skips, skipStyle, room);
    return { option, lines, skips, width: boxSize + afterBox + Math.max(0, ...lines.map((line) => line.width)) };
  });
  if (laid.length === 0) return [];
  let list: StructureElement | undefined;
  const listOf = () => (list ??= report.element('L'));
  const rows = question.isInRow ? inRows(laid, width) : laid.map((each) => [each]);
  return rows.map((row) => ({
    height: Math.max(...row.map(heightOf)) + 4,
    draw: () => {
      let at = x;
      for (const each of row) {
        drawOption(report, { each, list: listOf(), x: at, room: question.isInRow ? each.width - boxSize - afterBox + 2 : room, ticked });
        at += each.width + between;
      }
    },
  }));
}

function heightOf({ lines, skips }: Laid): number {
  return lines.length * lineHeight(lines, style) + skips.length * lineHeight(skips, skipStyle);
}

function inRows(laid: readonly Laid[], width: number): Laid[][] {
  const rows: Laid[][] = [];
  let used = 0;
  for (const each of laid) {
    const last = rows.at(-1);
    if (last === undefined || used + each.width > width) {
      rows.push([each]);
      used = 0;
    } else last.push(each);
    used += each.width + between;
  }
  return rows;
}

type Drawn = { each: Laid; list: StructureElement; x: number; room: number; ticked: string };

function drawOption(report: ReportDocument, { each: { option, lines, skips }, list, x, room, ticked }: Drawn): void {
  const { y } = report;
  const item = report.element('LI', {}, list);
  drawBox(report, {
    element: item,
    kind: 'Lbl',
    box: { isTicked: option.isTicked, ticked },
    x,
    y: y + lineHeight(lines, style) / 2 - boxSize / 2,
  });
  const body = report.element('LBody', {}, item);
  const written = option.isTicked ? { ...style, strong: true } : style;
  const height = report.write(body, lines, { x: x + boxSize + afterBox, y, width: room, style: written });
  if (skips.length > 0) report.write(body, skips, { x: x + boxSize + afterBox, y: y + height, width: room, style: skipStyle });
}
