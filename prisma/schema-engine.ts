import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationNames, migrationsFolder } from './migration-names';

const folder = dirname(fileURLToPath(import.meta.url));
const oidOfChar = 18;
const oidOfText = 25;

/** The schema as the engine takes it. */
export function readSchema(): { path: string; content: string }[] {
  return [{ path: 'schema.prisma', content: readFileSync(join(folder, 'schema.prisma'), 'utf8') }];
}

/** A migration's SQL, with the same line ends on every system: its checksum is recorded. */
export const readMigration = (name: string): string =>
  readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');

/** All migrations of the folder, in the order of their names. */
export function readMigrations() {
  const baseDir = migrationsFolder;
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readMigration(path) },
      },
    })),
  };
}

let isReady = false;
let panic = '';

/** The engine's lock timer (ten seconds, never cleared) would keep a finished process alive: its timers are let go of. */
function importsOfEngine(): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = { ...bindings };
  for (const [name, make] of Object.entries(bindings)) {
    if (!name.startsWith('__wbg_setTimeout') || typeof make !== 'function') continue;
    imports[name] = (...args: unknown[]) => {
      const original = globalThis.setTimeout;
      Object.assign(globalThis, { setTimeout: (callback: () => void, delay: number) => original(callback, delay).unref() });
      try {
        return Reflect.apply(make, undefined, args);
      } finally {
        Object.assign(globalThis, { setTimeout: original });
      }
    };
  }
  return imports;
}

function instantiate(): void {
  if (isReady) return;
  // The engine reports a panic through this global and breaks without it.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message), get: () => panic } });
  const wasm = join(
    dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
    'schema_engine_bg.wasm',
  );
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), { './schema_engine_bg.js': importsOfEngine() });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  isReady = true;
}

/**
 * Two repairs to the stock adapter. It cuts a script at every semicolon, which breaks function bodies: the script goes out whole, so that
 * PostgreSQL also takes it back whole when a statement fails. And it does not know the catalogue's type "char": named as what it is.
 */
function mend(adapter: SqlDriverAdapter & { underlyingDriver(): object }): SqlDriverAdapter {
  const driver = adapter.underlyingDriver();
  const query: unknown = Reflect.get(driver, 'query');
  if (typeof query !== 'function') throw new Error('The database driver has no query function.');
  let characterColumns: number[] = [];
  Object.assign(driver, {
    query: async (...args: unknown[]) => {
      const result = await Reflect.apply(query, driver, args);
      characterColumns = [];
      for (const [index, field] of (Array.isArray(result.fields) ? result.fields : []).entries()) {
        if (field.dataTypeID !== oidOfChar) continue;
        field.dataTypeID = oidOfText;
        characterColumns.push(index);
      }
      return result;
    },
  });
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (statement: SqlQuery) => {
      const result = await queryRaw(statement);
      for (const index of characterColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
    executeScript: async (script: string) => {
      await Reflect.apply(query, driver, [script]);
    },
  });
}

/**
 * Runs `work` with Prisma's schema engine, as WebAssembly, on the database of `url`: no native engine is fetched or needed.
 * @throws an Error with the engine's own message
 */
export async function withSchemaEngine<T>(url: string, work: (engine: bindings.SchemaEngine) => Promise<T>): Promise<T> {
  instantiate();
  const stock = new PrismaPg({ connectionString: url, max: 1 });
  const connections: SqlDriverAdapter[] = [];
  const keep = (adapter: SqlDriverAdapter) => {
    connections.push(adapter);
    return adapter;
  };
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => keep(mend(await stock.connect())),
    connectToShadowDb: async () => keep(mend(await stock.connectToShadowDb())),
  });
  const engine = await bindings.SchemaEngine.new(
    { datamodels: readSchema().map(({ path, content }) => [path, content]) },
    () => {},
    factory,
  );
  try {
    return await work(engine);
  } catch (error) {
    const cause = factory.errorRegistry.consumeError(0);
    const reason = [
      panic,
      error instanceof Error ? error.message : String(error),
      cause?.error instanceof Error ? cause.error.message : '',
    ];
    throw new Error(reason.filter(Boolean).join('\n'), { cause: error });
  } finally {
    engine.free();
    // The engine leaves its connections open.
    for (const connection of connections) await connection.dispose();
  }
}

/** The SQL that would turn the database of `url` into schema.prisma; null when nothing differs. Blind to policies, grants and CHECKs. */
export async function diffFromSchema(url: string): Promise<string | null> {
  const result = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: readSchema(), configDir: folder },
      to: { tag: 'schemaDatamodel', files: readSchema() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = result.stdout?.trim() ?? '';
  return sql === '' || /^-- This is an empty migration\.?$/.test(sql) ? null : sql;
}

/** The SQL that creates the tables of schema.prisma in an empty database. The engine connects to `url` and reads none of its tables. */
export async function createFromSchema(url: string): Promise<string> {
  const result = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: readSchema() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  if (!result.stdout) throw new Error('The schema engine wrote no SQL for schema.prisma.');
  return result.stdout.trim();
}
