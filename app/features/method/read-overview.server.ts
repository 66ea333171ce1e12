import { engineVersion, parameterAt } from '#scoring';
import { exampleScore } from './example-score.server';
import { readChangelog } from './read-changelog.server';
import { listRules, listSupplements } from './read-rules.server';
import { listTables } from './read-tables.server';

/** Everything the first page of the method shows, as of a day: bands, an example, the rules, the tables, what changed. */
export function readOverview(asOf: string) {
  const rules = listRules();
  const { result, questions } = exampleScore(asOf);
  return {
    engineVersion,
    bounds: parameterAt('R8.bands', asOf).value,
    example: result,
    questions,
    rules: rules.filter(({ status }) => status === 'in-force'),
    following: rules.filter(({ status }) => status === 'follows').map(({ id, title, lang }) => ({ id, title, lang })),
    supplements: listSupplements().map(({ id, title, lang }) => ({ id, title, lang })),
    tables: listTables(asOf),
    changes: readChangelog(),
  };
}
