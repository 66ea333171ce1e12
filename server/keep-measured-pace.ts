import pg from 'pg';
import { measurePace } from './measure-pace';

/**
 * Measures how long answers take and stores the medians that are of enough answers, in place of those of the night before: the pages name times by them
 * (`templates/pace-in-use`). Answers how many kinds of question are measured.
 */
export async function keepMeasuredPace(options: { ownerUrl: string; today: string }): Promise<number> {
  const { kinds } = await measurePace(options);
  const measured = kinds.flatMap(({ median, ...each }) => (median === null ? [] : [{ ...each, seconds: median }]));
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM "MeasuredPace"');
    for (const { kind, seconds, answers, responses } of measured)
      await client.query(
        'INSERT INTO "MeasuredPace" ("kind", "seconds", "answers", "responses", "measuredOn") VALUES ($1, $2, $3, $4, $5)',
        [...[kind, seconds, answers, responses, options.today]],
      );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return measured.length;
}
