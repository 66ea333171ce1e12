/** The script of a page without React that takes files. */
import { startUploads } from './send-uploads';

startUploads();
