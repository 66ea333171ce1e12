/** The script of a page without React that shows a file. */
import { startDrawings, startKeys } from './lead-viewer';

startKeys();
startDrawings();
