import { type FindDrawable, oneForm } from '~/documents/verification/compare/redraw.server';
import { renderBoardPaper } from './render.server';
import { boardPaperSchema } from './schema';

export const boardPaperDrawable: FindDrawable = (data) => {
  const { data: paper } = boardPaperSchema.safeParse(data);
  return paper ? { kind: paper.kind, forms: oneForm, draw: (_, { signature }) => renderBoardPaper(paper, signature) } : null;
};
