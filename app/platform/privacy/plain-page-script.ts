/** The whole script of hints and limits on pages without React: wires each that the server drew to its field. */
import type { HintWords } from './hint-text';
import { wireLimit } from '~/ui/wire-limit';
import { wireHint } from './wire-hint';

const { personalWords } = document.querySelector<HTMLElement>('[data-personal-words]')?.dataset ?? {};
if (personalWords) {
  const words: HintWords = JSON.parse(personalWords);
  for (const place of document.querySelectorAll<HTMLElement>('[data-personal-hint]')) wireHint(place, words);
}
for (const place of document.querySelectorAll<HTMLElement>('[data-text-limit]')) wireLimit(place);
