import { engineVersion, instrument, parameterAt, questionsOf } from '#scoring';
import { readChangelog } from './read-changelog.server';
import { listRules, listSupplements } from './read-rules.server';
import { listTables } from './read-tables.server';
import { workedScore } from './read-worked.server';
import { workedInstruments } from './worked-inputs';

/** Everything the first page of the method shows, as of a day: bands, an example, the rules, the tables, what changed. */
export function readOverview(asOf: string) {
  const rules = listRules();
  return {
    engineVersion,
    bounds: parameterAt('R8.bands', asOf).value,
    example: workedScore('garments', asOf),
    questions: questionsOf(instrument(workedInstruments.garments)).length,
    rules: rules.filter(({ status }) => status === 'in-force'),
    following: rules.filter(({ status }) => status === 'follows').map(({ id, title, lang }) => ({ id, title, lang })),
    supplements: listSupplements().map(({ id, title, lang }) => ({ id, title, lang })),
    tables: listTables(asOf),
    changes: readChangelog(),
  };
}
