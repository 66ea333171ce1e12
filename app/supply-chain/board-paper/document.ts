import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { type BoardPaper, boardPaperSchema } from './schema';

/** Board papers as they were issued. */
export const boardPaperDocument: DocumentDefinition<BoardPaper> = {
  ...{ kind: 'board-paper', newest: 'board-paper/1' },
  schemas: { 'board-paper/1': boardPaperSchema },
};
