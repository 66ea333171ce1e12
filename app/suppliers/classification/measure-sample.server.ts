import { z } from 'zod';
import { placeWords } from './place-words.server';
import sample from './word-sample.json';

const cellSchema = z.object({
  text: z.string(),
  kind: z.enum(['sector', 'product']),
  divisions: z.array(z.string().length(2)),
  goods: z.array(z.string()).optional(),
  isHeldOut: z.boolean(),
});
export type SampleCell = z.infer<typeof cellSchema>;

/** Cells of supplier lists with the divisions and listed goods that are right, written by hand. */
export const sampleCells: readonly SampleCell[] = cellSchema.array().parse(sample.cells);

type Found = { text: string; found: string; wanted: string };
export type SampleFigures = {
  cells: number;
  /** Cells whose industry a person could determine. */
  answerable: number;
  /** Of these, those that got a division, right or wrong. */
  placed: number;
  wrong: Found[];
  unplaced: string[];
  goodsAnswerable: number;
  goodsPlaced: number;
  wrongGoods: Found[];
};

/** Shares of the sample that are placed, and wrongly placed: of the half used to build the word lists, or of the held-out half. */
export function measureSample(half: 'known' | 'held-out'): SampleFigures {
  const cells = sampleCells.filter(({ isHeldOut }) => isHeldOut === (half === 'held-out'));
  const figures: SampleFigures = {
    ...{ cells: cells.length, answerable: 0, placed: 0, wrong: [], unplaced: [], goodsAnswerable: 0, goodsPlaced: 0, wrongGoods: [] },
  };
  for (const { text, divisions, goods, kind } of cells) {
    const { sector, good } = placeWords(text);
    const division = sector?.sector.slice(0, 2) ?? null;
    if (divisions.length > 0) figures.answerable += 1;
    if (divisions.length > 0 && division !== null) figures.placed += 1;
    if (divisions.length > 0 && division === null) figures.unplaced.push(text);
    if (division !== null && !divisions.includes(division)) figures.wrong.push({ text, found: division, wanted: divisions.join(' ') });
    if (goods === undefined) continue;
    if (goods.length > 0 && kind === 'product') figures.goodsAnswerable += 1;
    if (goods.length > 0 && kind === 'product' && good !== null) figures.goodsPlaced += 1;
    if (good !== null && !goods.includes(good.good)) figures.wrongGoods.push({ text, found: good.good, wanted: goods.join(' ') });
  }
  return figures;
}
