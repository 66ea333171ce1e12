import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ownTableKinds } from '#scoring';
import type { JobMessage } from '~/platform/parser/reader-messages';
import { parseEditionFile } from './formats/parse-edition-file.server';
import { readEditionRows } from './formats/read-edition-rows.server';

const optionsSchema = z.object({ kind: z.enum(ownTableKinds), year: z.int().nullable() });

/** What a reader process does with a file of a reference table: the table of the file, and its rows as the method takes them. `null`: the file is no table. */
export async function readTableJob({ path, options, limits }: JobMessage): Promise<ReturnType<typeof readEditionRows> | null> {
  const { kind, year } = optionsSchema.parse(options);
  const parsed = await parseEditionFile(kind, await readFile(path), { most: limits });
  return parsed.ok ? readEditionRows(kind, parsed.table, year === null ? {} : { year }) : null;
}
