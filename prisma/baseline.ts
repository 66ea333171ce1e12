import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFromSchema } from './schema-engine';

/** Before the tables of schema.prisma. */
const before = ['extensions.sql'];
/** After them, in this order; a folder means its files by name. */
const after = [
  'roles.sql',
  'corrections.sql',
  'indexes.sql',
  'checks',
  'functions',
  'tenant-table.sql',
  'tenant-tables.sql',
  'policies',
  'grants.sql',
];

const folder = fileURLToPath(new URL('./sql/', import.meta.url));

/** Paths of the parts under prisma/sql, in the order in which the baseline contains them. */
const filesOf = (parts: readonly string[]): string[] =>
  parts.flatMap((part) =>
    statSync(`${folder}${part}`).isDirectory()
      ? readdirSync(`${folder}${part}`)
          .sort()
          .map((file) => `${part}/${file}`)
      : [part],
  );

export const partFiles = (): string[] => [...filesOf(before), ...filesOf(after)];

export const readPart = (file: string): string => readFileSync(`${folder}${file}`, 'utf8').replaceAll('\r\n', '\n').trim();

const section = (file: string): string => `-- ==== prisma/sql/${file} ====\n\n${readPart(file)}\n`;

/**
 * The baseline's SQL: the tables of schema.prisma as Prisma writes them, and the parts of prisma/sql around them.
 * @param url any database, for the engine to connect to
 */
export async function writeBaseline(url: string): Promise<string> {
  return [
    '-- Written by `npm run db:baseline` from prisma/schema.prisma and prisma/sql: edit those.\n',
    ...filesOf(before).map(section),
    `-- ==== prisma/schema.prisma ====\n\n${await createFromSchema(url)}\n`,
    ...filesOf(after).map(section),
  ].join('\n');
}
