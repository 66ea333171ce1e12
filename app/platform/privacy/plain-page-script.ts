/** The whole script of hints on pages without React: wires each hint that the server drew to its field. */
import type { HintWords } from './hint-text';
import { wireHint } from './wire-hint';

const { personalWords } = document.querySelector<HTMLElement>('[data-personal-words]')?.dataset ?? {};
if (personalWords) {
  const words: HintWords = JSON.parse(personalWords);
  for (const place of document.querySelectorAll<HTMLElement>('[data-personal-hint]')) wireHint(place, words);
}
