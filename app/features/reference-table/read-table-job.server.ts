import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ownTableKinds } from '#scoring';
import { parseFile } from '~/features/supplier-import/pipeline/parse.server';
import type { JobMessage } from '~/readers/reader-messages';
import { editionTable, readEditionRows } from './formats/read-edition-rows.server';

/** What a reader process does with a file of a reference table: the table of the file, and its rows as the method takes them. `null`: the file is no table. */
export async function readTableJob({ path, options, limits }: JobMessage): Promise<ReturnType<typeof readEditionRows> | null> {
  const { kind } = z.object({ kind: z.enum(ownTableKinds) }).parse(options);
  const parsed = await parseFile(await readFile(path), { most: limits });
  if (!parsed.ok) return null;
  return readEditionRows(kind, editionTable(parsed.table));
}
