import { countCodes, ownQuestionKeys, problemCodes, reviewOfEditionOne, reviewsOfEditionTwo } from './item-review';

// Prints how many items of each questionnaire carry each problem of the review, in edition one and in edition two. `npm run questions:problems`
const one = reviewOfEditionOne();
const nameOf = (instrument: string) => instrument.split('@')[0];
const line = (instrument: string, items: readonly (readonly string[])[], note = '') => {
  const counts = countCodes(items);
  const cells = problemCodes.map((code) => String(counts.get(code)).padStart(4));
  console.log(`${(instrument + note).padEnd(38)}${String(ownQuestionKeys(instrument).length).padStart(6)}${cells.join('')}`);
};
console.log(`${''.padEnd(38)}${'items'.padStart(6)}${problemCodes.map((code) => code.padStart(4)).join('')}`);
for (const [instrument, items] of Object.entries(one.instruments))
  line(
    instrument,
    items.map(({ codes }) => [...codes]),
    ' (found)',
  );
for (const { instrument, items } of reviewsOfEditionTwo())
  line(
    instrument,
    items.map(({ left }) => left.map(({ code }) => code)),
  );
console.log('');
for (const code of problemCodes) console.log(`${code}  ${one.codes[code]}`);
const replaced = new Set(reviewsOfEditionTwo().map(({ instrument }) => nameOf(instrument)));
console.log(`\nEdition two: ${[...replaced].join(', ')}. What is left is its authors' own reading; no respondent was interviewed.`);
