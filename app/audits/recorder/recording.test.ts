// @vitest-environment node
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sendingHash } from '~/audits/entries/entry-hash';
import { checkValue } from '../../../tests/factories/audit';
import { forgottenLoss } from './forgotten-loss';
import { exportDevice, importDevice } from './device-file';
import type { Pack } from './pack';
import { Recording } from './recording';
import { seal, unseal } from './sealing';
import { Vault } from './vault';

const passphrase = 'seven boats on the river';
const emptyPack = (id: string): Pack => ({
  audit: {
    ...{ id, number: '2026-0001', status: 'on-site', isOpen: true, type: '', announcement: '' },
    ...{ startsOn: '2026-12-01', endsOn: '2026-12-02', personDays: 2, purpose: '' },
  },
  ...{ supplier: 'Mill', site: null, locale: 'en', you: 'A', team: [], focus: [], sample: { interviews: 0, rows: [] } },
  ...{ findings: [], sections: [], entries: [], replaced: [] },
});

async function begin(id: string = randomUUID()) {
  return Recording.begin(await Vault.create(id, passphrase), emptyPack(id));
}
const all = (recording: Recording) => [...recording.entries.values()].map(({ entry }) => entry);

describe('a record on a device', () => {
  it('opens with its passphrase only, and contains the entries', async () => {
    const recording = await begin();
    const { id } = recording.pack.audit;
    await recording.record('check', 'BW.CL.1.a', () => checkValue('compliant'));
    recording.vault.close();
    expect(await Vault.open(id, 'another passphrase')).toBeNull();
    const vault = await Vault.open(id, passphrase);
    const again = vault && (await Recording.load(vault));
    expect(again?.valueOf('check', 'BW.CL.1.a')?.answer).toBe('compliant');
    expect(again?.settings.deviceId).toBe(recording.settings.deviceId);
  });

  it('keeps half-completed forms encrypted until they are saved or discarded', async () => {
    const recording = await begin();
    const { id } = recording.pack.audit;
    await recording.drafts.keep({ kind: 'finding', key: 'a', fields: [['what', 'Passports']] });
    await recording.drafts.keep({ kind: 'note', key: 'b', fields: [['text', 'x']] });
    await recording.drafts.drop('note', 'b');
    recording.vault.close();
    const vault = await Vault.open(id, passphrase);
    const again = vault && (await Recording.load(vault));
    expect(again?.drafts.keysOf('finding')).toEqual(['a']);
    expect(again?.drafts.of('finding', 'a')?.fields).toEqual([['what', 'Passports']]);
    expect(again?.drafts.keysOf('note')).toEqual([]);
    expect(again?.entries.size).toBe(0);
  });

  it('is locked only when open forms are saved in it', async () => {
    const recording = await begin();
    void recording.record('check', 'BW.CL.1.a', () => checkValue('compliant'));
    void recording.drafts.keep({ kind: 'note', key: 'b', fields: [['text', 'x']] });
    await recording.close();
    const vault = await Vault.open(recording.pack.audit.id, passphrase);
    const again = vault && (await Recording.load(vault));
    expect(again?.valueOf('check', 'BW.CL.1.a')?.answer).toBe('compliant');
    expect(again?.drafts.keysOf('note')).toEqual(['b']);
  });

  it('shows without the passphrase what the server is missing, and leaves nothing when it is abandoned', async () => {
    const recording = await begin();
    const { id } = recording.pack.audit;
    for (const question of ['BW.CL.1.a', 'BW.CL.1.b', 'BW.CL.2.a'])
      await recording.record('check', question, () => checkValue('compliant'));
    const [sent, replaced] = all(recording);
    const pack = { entries: [{ ...sent, by: 'A' }] as Pack['entries'], replaced: [replaced?.id ?? ''] };
    recording.vault.close();
    expect(forgottenLoss(pack, await Vault.namesWithin(id))).toEqual({ held: 3, lost: 1 });
    expect(forgottenLoss({ entries: [], replaced: [] }, await Vault.namesWithin(id))).toEqual({ held: 3, lost: 3 });
    await Vault.forget(id);
    expect(await Vault.exists(id)).toBe(false);
  });

  it('stores nothing readable, and opens no record in place of another', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const bytes = new TextEncoder().encode('Passports');
    const [one, two] = [await seal(key, 'entries 1', bytes), await seal(key, 'entries 1', bytes)];
    expect(Buffer.from(one.data).includes('Passports')).toBe(false);
    expect(one.iv).not.toEqual(two.iv);
    expect(new TextDecoder().decode(await unseal(key, 'entries 1', one))).toBe('Passports');
    await expect(unseal(key, 'entries 2', one)).rejects.toThrow();
  });

  it('overwrites entries that were never sent, and replaces those that were', async () => {
    const recording = await begin();
    const answer = (word: string) => recording.record('check', 'BW.CL.1.a', () => checkValue(word));
    await Promise.all([answer('compliant'), answer('not-compliant')]);
    const [first] = all(recording);
    expect([all(recording).length, first?.replaces]).toEqual([1, []]);
    await recording.mark([first?.id ?? ''], 'tried');
    await answer('compliant');
    expect(all(recording).map(({ replaces }) => replaces)).toEqual([[], [first?.id]]);
    await answer('compliant');
    expect(all(recording)).toHaveLength(2);
  });

  it('never reports a conflict for an entry that another device replaced twice', async () => {
    const recording = await begin();
    await recording.record('check', 'BW.CL.1.a', () => checkValue('compliant'));
    const [own] = all(recording);
    await recording.mark([own?.id ?? ''], 'received');
    const theirs = { ...(own as NonNullable<typeof own>), id: randomUUID(), replaces: [randomUUID()], value: checkValue('not-compliant') };
    await recording.takePack({ ...recording.pack, entries: [{ ...theirs, by: 'B' }], replaced: [own?.id ?? ''] });
    expect(recording.headsOf('check', 'BW.CL.1.a').map(({ id }) => id)).toEqual([theirs.id]);
    expect(recording.byOf(theirs.id)).toBe('B');
  });

  it('compares a receipt by counts and hash, whatever the clock', async () => {
    const recording = await begin();
    await recording.record('check', 'BW.CL.1.a', () => checkValue('compliant'));
    const [entry] = all(recording);
    await recording.mark([entry?.id ?? ''], 'received');
    const receipt = { receiptId: 'r', at: '1999-01-01T00:00:00Z', counts: { check: 1 }, hash: await sendingHash([entry?.hash ?? '']) };
    await recording.keepReceipt(receipt);
    expect(recording.receipt?.isEqual).toBe(true);
    await recording.keepReceipt({ ...receipt, counts: { check: 2 } });
    expect(recording.receipt?.isEqual).toBe(false);
    await recording.keepReceipt({ ...receipt, hash: '0'.repeat(64) });
    expect(recording.receipt?.isEqual).toBe(false);
  });

  it('loses nothing on a full device, and saves it once there is room', async () => {
    const recording = await begin();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await recording.record('check', 'BW.CL.1.a', () => checkValue('compliant'));
      await recording.keepPhoto('a'.repeat(64), new Uint8Array([1, 2]));
      // Still no room: it is tried once, and ends.
      await recording.keepTheRest();
      expect(recording.isFull).toBe(true);
      expect(await recording.photoOf('a'.repeat(64))).toEqual(new Uint8Array([1, 2]));
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect([recording.isFull, recording.valueOf('check', 'BW.CL.1.a')?.answer]).toEqual([true, 'compliant']);
    await recording.keepTheRest();
    expect(recording.isFull).toBe(false);
    expect(await recording.vault.readBytes('a'.repeat(64))).toEqual(new Uint8Array([1, 2]));
  });
});

describe('the file of a device', () => {
  it('opens on another device, identical; not with another passphrase, for another audit, or changed', async () => {
    const recording = await begin();
    const { id } = recording.pack.audit;
    const bytes = new Uint8Array([255, 216, 7]);
    await recording.record('check', 'BW.CL.1.a', () => checkValue('compliant', { note: 'Ünïcode' }));
    await recording.keepPhoto('b'.repeat(64), bytes);
    await recording.record('photo', randomUUID(), () => ({
      ...{ sha256: 'b'.repeat(64), mediaType: 'image/jpeg', sizeBytes: 3, width: 1, height: 1, about: null, caption: '', blurred: 0 },
      isWithdrawn: false,
    }));
    const text = await (await exportDevice(recording)).text();
    expect(text).not.toContain('Ünïcode');
    await recording.vault.destroy();
    const load = (given: string, options: Partial<{ auditId: string; passphrase: string }> = {}) =>
      importDevice(given, { auditId: id, passphrase, ...options });
    expect(await load('{}')).toMatchObject({ code: 'no-file' });
    expect(await load(text, { auditId: randomUUID() })).toMatchObject({ code: 'other-audit' });
    expect(await load(text, { passphrase: 'another passphrase' })).toMatchObject({ code: 'wrong-passphrase' });
    const file = JSON.parse(text);
    expect(await load(JSON.stringify({ ...file, data: `AAAA${file.data.slice(4)}` }))).toMatchObject({ code: 'damaged' });
    expect(await Vault.exists(id)).toBe(false);
    const loaded = await load(text);
    if (loaded.kind === 'refused') throw new Error(loaded.code);
    expect([...loaded.recording.entries.values()]).toEqual([...recording.entries.values()]);
    expect(loaded.recording.settings).toEqual(recording.settings);
    expect(await loaded.recording.photoOf('b'.repeat(64))).toEqual(bytes);
  });
});
