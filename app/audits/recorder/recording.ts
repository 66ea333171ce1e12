import { currentEntries, type Recorded } from '~/audits/entries/current-entries';
import { type EntryKind, type EntryValue, entryValues, type SentEntry } from '~/audits/entries/entries';
import { entryHash, sendingHash } from '~/audits/entries/entry-hash';
import {
  type DeviceEntry,
  deviceEntrySchema,
  isUnsent,
  type KeptReceipt,
  keptReceiptSchema,
  type Settings,
  settingsSchema,
} from './device-entries';
import { FormDrafts } from './form-drafts';
import type { Pack, PackEntry } from './pack';
import type { Vault } from './vault';

/** The current value of one key, typed by its kind. */
export type CurrentValue<Kind extends EntryKind> = { key: string; value: EntryValue<Kind>; entry: SentEntry };

/**
 * What one device records of an audit. Every change is a new entry that names what it replaces; only an entry that was never sent is overwritten. Entries that
 * the browser cannot store stay in memory (`unkept`) until there is space, or are exported.
 */
export class Recording {
  readonly entries = new Map<string, DeviceEntry>();
  readonly unkept = new Set<string>();
  private readonly photosInMemory = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly listeners = new Set<() => void>();
  private turn: Promise<unknown> = Promise.resolve();
  private known: Map<string, Recorded<SentEntry>> | null = null;
  /** Increases with every change, to trigger rendering. */
  version = 0;
  receipt: KeptReceipt | null = null;
  /** How far the clock of this device is ahead of the server's, in milliseconds, as of the last answer; null before one. Nothing is ordered by it. */
  clockAheadMs: number | null = null;
  readonly drafts: FormDrafts;

  private constructor(
    readonly vault: Vault,
    public pack: Pack,
    public settings: Settings,
  ) {
    this.drafts = new FormDrafts(vault);
  }

  /**
   * Starts a device and stores its pack. If it cannot be stored completely, nothing is stored.
   * @throws QuotaExceededError where the device is full
   */
  static async begin(vault: Vault, pack: Pack, deviceId: string = crypto.randomUUID()): Promise<Recording> {
    const recording = new Recording(vault, pack, { deviceId, clearsWhenReceived: false });
    try {
      await vault.writeJson('meta', 'pack', pack);
      await vault.writeJson('meta', 'settings', recording.settings);
    } catch (error) {
      await vault.destroy();
      throw error;
    }
    return recording;
  }

  /** The content of an opened vault; null if it was created but never got its pack. */
  static async load(vault: Vault): Promise<Recording | null> {
    const pack = (await vault.readJson('meta', 'pack')) as Pack | null;
    const settings = settingsSchema.safeParse(await vault.readJson('meta', 'settings'));
    if (!pack || !settings.success) return null;
    const recording = new Recording(vault, pack, settings.data);
    recording.receipt = keptReceiptSchema
      .nullable()
      .catch(null)
      .parse(await vault.readJson('meta', 'receipt'));
    for (const { name, value } of await vault.readAll('entries')) recording.entries.set(name, deviceEntrySchema.parse(value));
    await recording.drafts.load();
    return recording;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  changed(): void {
    this.version += 1;
    this.known = null;
    for (const listener of this.listeners) listener();
  }

  /** Current entries of all devices, as far as this one knows. */
  get current(): Map<string, Recorded<SentEntry>> {
    if (this.known) return this.known;
    const replaced = new Set(this.pack.replaced);
    const all = new Map<string, SentEntry>(this.pack.entries.map(({ by: _by, ...entry }) => [entry.id, entry]));
    for (const { entry } of this.entries.values()) all.set(entry.id, entry);
    this.known = currentEntries([...all.values()].filter(({ id }) => !replaced.has(id)));
    return this.known;
  }

  headsOf(kind: EntryKind, key: string): SentEntry[] {
    return this.current.get(`${kind} ${key}`)?.heads ?? [];
  }

  /** The current value of one key; in a conflict, the one with the smallest id, as on the server, until a person resolves it. */
  valueOf<Kind extends EntryKind>(kind: Kind, key: string): EntryValue<Kind> | null {
    return readValue(kind, this.headsOf(kind, key)[0]?.value);
  }

  /** All current values of one kind that were not withdrawn. */
  all<Kind extends EntryKind>(kind: Kind): CurrentValue<Kind>[] {
    return [...this.current.values()].flatMap(({ kind: of, key, heads: [entry] }) => {
      const value = of === kind && entry ? readValue(kind, entry.value) : null;
      return entry && value && !('isWithdrawn' in value && value.isWithdrawn) ? [{ key, value, entry }] : [];
    });
  }

  /** Who recorded an entry: another team member, or null for this device. */
  byOf(id: string): string | null {
    return this.entries.has(id) ? null : (this.pack.entries.find((entry: PackEntry) => entry.id === id)?.by ?? null);
  }

  /**
   * Records the result of `change` on the current value. Sequential, so that two quick changes of one key are never lost.
   * @throws ZodError where the value does not fit its kind
   */
  record<Kind extends EntryKind>(kind: Kind, key: string, change: (now: EntryValue<Kind> | null) => EntryValue<Kind>): Promise<void> {
    return this.inTurn(async () => {
      const heads = this.headsOf(kind, key);
      const value = entryValues[kind].parse(change(this.valueOf(kind, key)));
      const [head] = heads;
      if (head && heads.length === 1 && JSON.stringify(readValue(kind, head.value)) === JSON.stringify(value)) return;
      const own = heads.length === 1 && head ? this.entries.get(head.id) : undefined;
      const isOver = own?.state === 'waiting' && own.reason === null;
      const replaces = isOver && head ? head.replaces : heads.map(({ id }) => id).slice(0, 20);
      const bare = { id: crypto.randomUUID(), kind, key, value, replaces };
      const entry: SentEntry = { ...bare, hash: await entryHash(bare), madeAt: new Date().toISOString() };
      this.entries.set(entry.id, { entry, state: 'waiting', reason: null });
      await this.keep(entry.id);
      if (isOver && head) await this.drop(head.id);
      this.changed();
    });
  }

  /** Resolves a conflict between devices: `value` replaces all current entries. */
  resolveConflict<Kind extends EntryKind>(kind: Kind, key: string, value: unknown): Promise<void> {
    const chosen = readValue(kind, value);
    return chosen ? this.record(kind, key, () => chosen) : Promise.resolve();
  }

  /** Saves the bytes of a photo. Without storage space they stay in memory. */
  async keepPhoto(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await this.vault.writeBytes(sha256, bytes);
    } catch (error) {
      if (!isFull(error)) throw error;
      this.photosInMemory.set(sha256, bytes);
      this.changed();
    }
  }

  async photoOf(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.photosInMemory.get(sha256) ?? this.vault.readBytes(sha256);
  }

  get isFull(): boolean {
    return this.unkept.size > 0 || this.photosInMemory.size > 0;
  }

  /** Marks entries and stores the marks; entries removed meanwhile are ignored. */
  mark(ids: readonly string[], state: DeviceEntry['state'], reason: string | null = null): Promise<void> {
    return this.inTurn(async () => {
      for (const id of ids) {
        const found = this.entries.get(id);
        if (!found) continue;
        this.entries.set(id, { ...found, state, reason });
        await this.keep(id);
      }
      this.changed();
    });
  }

  /** Archives an entry that the server refused, once its content is saved elsewhere. */
  discard(id: string): Promise<void> {
    return this.inTurn(async () => {
      await this.drop(id);
      this.changed();
    });
  }

  /** Keeps a receipt, and compares it with what this device knows to be received. */
  async keepReceipt(receipt: Omit<KeptReceipt, 'isEqual'>): Promise<void> {
    const received = [...this.entries.values()].filter((each) => !isUnsent(each));
    const hash = await sendingHash(received.map(({ entry }) => entry.hash));
    const isEqual =
      hash === receipt.hash &&
      Object.entries(receipt.counts).every(([kind, count]) => received.filter(({ entry }) => entry.kind === kind).length === count);
    this.receipt = { ...receipt, isEqual };
    await this.tryToKeep('receipt', this.receipt);
    this.changed();
  }

  async takePack(pack: Pack): Promise<void> {
    this.pack = pack;
    await this.tryToKeep('pack', pack);
    this.changed();
  }

  async change(settings: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    this.changed();
    await this.tryToKeep('settings', this.settings);
  }

  /** Retries entries that had no storage space. */
  async keepTheRest(): Promise<void> {
    for (const id of [...this.unkept]) await this.keep(id);
    // A copy: entries that still do not fit go back into the map.
    for (const [sha256, bytes] of [...this.photosInMemory]) {
      this.photosInMemory.delete(sha256);
      await this.keepPhoto(sha256, bytes);
    }
    this.changed();
  }

  /** Puts entries there as another device had them. */
  async restore(entries: readonly DeviceEntry[], receipt: KeptReceipt | null): Promise<void> {
    for (const each of entries) {
      this.entries.set(each.entry.id, each);
      await this.keep(each.entry.id);
    }
    this.receipt = receipt;
    if (receipt) await this.tryToKeep('receipt', receipt);
    this.changed();
  }

  /** Closes the browser's store after pending saves: a field still saves on blur. */
  async close(): Promise<void> {
    await this.drafts.settled();
    await this.inTurn(async () => this.vault.close());
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async keep(id: string): Promise<void> {
    const found = this.entries.get(id);
    if (!found) return;
    try {
      await this.vault.writeJson('entries', id, found);
      this.unkept.delete(id);
    } catch (error) {
      if (!isFull(error)) throw error;
      this.unkept.add(id);
    }
  }

  private async drop(id: string): Promise<void> {
    this.entries.delete(id);
    this.unkept.delete(id);
    await this.vault.remove('entries', id);
  }

  private async tryToKeep(name: string, value: unknown): Promise<void> {
    await this.vault.writeJson('meta', name, value).catch((error: unknown) => {
      if (!isFull(error)) throw error;
    });
  }
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

function readValue<Kind extends EntryKind>(kind: Kind, value: unknown): EntryValue<Kind> | null {
  const parsed = entryValues[kind].safeParse(value);
  return parsed.success ? (parsed.data as EntryValue<Kind>) : null;
}
