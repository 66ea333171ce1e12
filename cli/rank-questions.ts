/**
 * Ranks the questions of a questionnaire that scores, the ten principles unless another is named, by how far an answer moves the score of a small supplier, and
 * prints which of them a short form asks.
 * Usage: npm run rank:questions [-- --questionnaire KEY] [--suppliers 300] [--count 20] [--as-of DAY]
 */
import { parseArgs } from 'node:util';
import { scoringInstrumentKeys } from '../scoring/instruments/at.ts';
import { rankedCountries } from '../scoring/validation/countries.ts';
import { latestInputDay } from '../scoring/validation/inputs.ts';
import { chooseQuestions, rankQuestions } from '../scoring/validation/rank-questions.ts';
import { poolsOf } from '../scoring/validation/synthetic.ts';

try {
  const { values } = parseArgs({
    options: {
      questionnaire: { type: 'string' },
      suppliers: { type: 'string', default: '300' },
      count: { type: 'string', default: '20' },
      'as-of': { type: 'string' },
    },
  });
  const scoring = scoringInstrumentKeys();
  const key = values.questionnaire ?? scoring.filter((each) => each.startsWith('ilo-ten-principles@')).at(-1) ?? '';
  if (!scoring.includes(key)) throw new Error(`--questionnaire takes one of ${scoring.join(', ')}, not ${key}`);
  const asOf = values['as-of'] ?? latestInputDay();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Error(`--as-of takes a day such as 2026-06-20, not ${asOf}`);
  const suppliers = wholeNumber('suppliers', values.suppliers);
  const count = wholeNumber('count', values.count);
  const pools = poolsOf(
    rankedCountries(asOf).map(({ iso2 }) => iso2),
    asOf,
  );
  const ranked = rankQuestions({ key, pools, asOf, suppliers, seed: 1 });
  const chosen = new Set(chooseQuestions(ranked, { key, count }));
  console.log(`${key} as of ${asOf}, ${suppliers} suppliers: points between the worst and the best answer, mean and most\n`);
  for (const [index, { question, type, domain, moves, most }] of ranked.entries())
    console.log(
      [
        String(index + 1).padStart(2),
        chosen.has(question) ? '*' : ' ',
        question.padEnd(15),
        type.padEnd(5),
        (domain ?? 'facts').padEnd(18),
        moves.toFixed(2).padStart(5),
        most.toFixed(1).padStart(5),
      ].join('  '),
    );
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} takes a whole number from 1, not ${text}`);
  return Number(text);
}
