import { lineHeight, type TextLine, type TextStyle } from '~/documents/pdf/layout-text.server';
import { inks } from '~/documents/pdf/inks';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import type { StructureElement } from '~/documents/pdf/structure';
import type { Part } from './draw-question.server';
import type { PaperQuestion } from './schema';

const box = 10;
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
  const room = width - box - afterBox;
  const laid = question.options.map((option): Laid => {
    const lines = report.layout(option.text, option.isTicked ? { ...style, strong: true } : style, room);
    const skips = option.skips === null ? [] : report.layout(option.skips, skipStyle, room);
    return { option, lines, skips, width: box + afterBox + Math.max(0, ...lines.map((line) => line.width)) };
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
        drawOption(report, { each, list: listOf(), x: at, room: question.isInRow ? each.width - box - afterBox + 2 : room, ticked });
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
  const { doc, y } = report;
  const left = report.edge(x, box);
  const top = y + lineHeight(lines, style) / 2 - box / 2;
  report.artifact(() => {
    doc.rect(left, top, box, box).lineWidth(0.9).stroke(inks.ink);
  });
  const item = report.element('LI', {}, list);
  if (option.isTicked)
    report.element('Lbl', { actual: `${ticked} ` }, item).add(() => {
      doc
        .save()
        .moveTo(left + 2, top + 2)
        .lineTo(left + box - 2, top + box - 2)
        .moveTo(left + box - 2, top + 2)
        .lineTo(left + 2, top + box - 2)
        .lineWidth(1.6)
        .stroke(inks.ink)
        .restore();
    });
  const body = report.element('LBody', {}, item);
  const written = option.isTicked ? { ...style, strong: true } : style;
  const height = report.write(body, lines, { x: x + box + afterBox, y, width: room, style: written });
  if (skips.length > 0) report.write(body, skips, { x: x + box + afterBox, y: y + height, width: room, style: skipStyle });
}
