import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type Lock, makeLock, type Sealed, seal, sealJson, unlock, unseal, unsealJson } from './sealing';
import { vaultName } from './vault-name';

interface Shelves extends DBSchema {
  meta: { key: string; value: Lock | Sealed };
  entries: { key: string; value: Sealed };
  photos: { key: string; value: Sealed };
}
type Shelf = 'meta' | 'entries' | 'photos';

/** The browser's store of one audit. Everything but the salt is sealed with the passphrase, which is never stored. */
export class Vault {
  private constructor(
    private readonly auditId: string,
    private readonly db: IDBPDatabase<Shelves>,
    private readonly key: CryptoKey,
    readonly lock: Lock,
  ) {}

  /** Whether this browser has data of the audit. */
  static async exists(auditId: string): Promise<boolean> {
    const db = await openShelves(auditId);
    const lock = await db.get('meta', 'lock');
    db.close();
    return lock !== undefined;
  }

  /** The ids of the entries sealed in this browser, readable without opening them. They show what the server lacks when the passphrase is lost. */
  static async namesWithin(auditId: string): Promise<{ entries: string[] }> {
    const db = await openShelves(auditId);
    const entries = await db.getAllKeys('entries');
    db.close();
    return { entries };
  }

  /** Deletes this browser's data of an audit, opened or not. What the server received stays there. */
  static async forget(auditId: string): Promise<void> {
    await deleteDB(vaultName(auditId));
  }

  /** A new vault, empty; or one behind the lock of another device, of whose file the key comes. */
  static async create(auditId: string, given: string | { lock: Lock; key: CryptoKey }): Promise<Vault> {
    const { lock, key } = typeof given === 'string' ? await makeLock(given) : given;
    const db = await openShelves(auditId);
    await db.put('meta', lock, 'lock');
    return new Vault(auditId, db, key, lock);
  }

  /** Null for a wrong passphrase. */
  static async open(auditId: string, passphrase: string): Promise<Vault | null> {
    const db = await openShelves(auditId);
    const lock = await db.get('meta', 'lock');
    const key = lock && 'salt' in lock ? await unlock(lock, passphrase) : null;
    if (key && lock && 'salt' in lock) return new Vault(auditId, db, key, lock);
    db.close();
    return null;
  }

  /** @throws QuotaExceededError where the device is full */
  async writeJson(shelf: Shelf, name: string, value: unknown): Promise<void> {
    await this.db.put(shelf, await sealJson(this.key, `${shelf} ${name}`, value), name);
  }

  async readJson(shelf: Shelf, name: string): Promise<unknown> {
    const sealed = await this.db.get(shelf, name);
    return sealed && 'iv' in sealed ? unsealJson(this.key, `${shelf} ${name}`, sealed) : null;
  }

  async readAll(shelf: Shelf): Promise<{ name: string; value: unknown }[]> {
    const [names, sealed] = [await this.db.getAllKeys(shelf), await this.db.getAll(shelf)];
    return Promise.all(
      names.flatMap((name, at) => {
        const record = sealed[at];
        return record && 'iv' in record ? [unsealJson(this.key, `${shelf} ${name}`, record).then((value) => ({ name, value }))] : [];
      }),
    );
  }

  /** @throws QuotaExceededError where the device is full */
  async writeBytes(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.db.put('photos', await seal(this.key, `photos ${name}`, bytes), name);
  }

  async readBytes(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const sealed = await this.db.get('photos', name);
    return sealed ? unseal(this.key, `photos ${name}`, sealed) : null;
  }

  names(shelf: Shelf): Promise<string[]> {
    return this.db.getAllKeys(shelf);
  }

  async remove(shelf: Shelf, name: string): Promise<void> {
    await this.db.delete(shelf, name);
  }

  /** Seals something that leaves this browser, under the same passphrase. */
  sealFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
    return seal(this.key, name, bytes);
  }

  close(): void {
    this.db.close();
  }

  /** Deletes all of this browser's data of this audit. */
  async destroy(): Promise<void> {
    this.db.close();
    await Vault.forget(this.auditId);
  }
}

function openShelves(auditId: string): Promise<IDBPDatabase<Shelves>> {
  return openDB<Shelves>(vaultName(auditId), 1, {
    upgrade(db) {
      for (const shelf of ['meta', 'entries', 'photos'] as const) db.createObjectStore(shelf);
    },
    // Another tab clears the device: let it.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}
