import { z } from 'zod';
import { deviceEntrySchema, keptReceiptSchema } from './device-entries';
import type { Pack } from './pack';
import { Recording } from './recording';
import { sha256Of, unlock, unseal } from './sealing';
import { Vault } from './vault';

const base64 = z.base64();
const fileSchema = z.object({
  format: z.literal('manumit-audit-device'),
  version: z.literal(1),
  auditId: z.uuid(),
  salt: base64,
  iterations: z.number().int().min(100_000).max(10_000_000),
  check: z.object({ iv: base64, data: base64 }),
  iv: base64,
  data: base64,
  /** SHA-256 of what is sealed. */
  hash: z.string(),
});
const contentSchema = z.object({
  deviceId: z.uuid(),
  pack: z.custom<Pack>((value) => typeof value === 'object' && value !== null && 'sections' in value),
  receipt: keptReceiptSchema.nullable(),
  entries: z.array(deviceEntrySchema),
  photos: z.array(z.object({ sha256: z.string(), bytes: base64 })),
});

const sealName = 'device file';

/** All data of this audit on the device, photos included, as one file under the same passphrase. */
export async function exportDevice(recording: Recording): Promise<Blob> {
  const photos: { sha256: string; bytes: string }[] = [];
  for (const { value } of recording.all('photo')) {
    const bytes = await recording.photoOf(value.sha256);
    if (bytes) photos.push({ sha256: value.sha256, bytes: toBase64(bytes) });
  }
  const content = {
    deviceId: recording.settings.deviceId,
    pack: recording.pack,
    receipt: recording.receipt,
    entries: [...recording.entries.values()],
    photos,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const { lock } = recording.vault;
  const sealed = await recording.vault.sealFile(sealName, bytes);
  const file: z.output<typeof fileSchema> = {
    ...{ format: 'manumit-audit-device', version: 1, auditId: recording.pack.audit.id },
    ...{ salt: toBase64(lock.salt), iterations: lock.iterations },
    check: { iv: toBase64(lock.check.iv), data: toBase64(new Uint8Array(lock.check.data)) },
    ...{ iv: toBase64(sealed.iv), data: toBase64(new Uint8Array(sealed.data)), hash: await sha256Of(bytes) },
  };
  return new Blob([JSON.stringify(file)], { type: 'application/json' });
}

export type Loaded =
  | { kind: 'loaded'; recording: Recording }
  | { kind: 'refused'; code: 'no-file' | 'other-audit' | 'wrong-passphrase' | 'damaged' };

/** Opens another device's file on this one, which has no data of the audit yet. Both then have the same data. */
export async function importDevice(text: string, options: { auditId: string; passphrase: string }): Promise<Loaded> {
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) return { kind: 'refused', code: 'no-file' };
  const file = parsed.data;
  if (file.auditId !== options.auditId) return { kind: 'refused', code: 'other-audit' };
  const check = { iv: fromBase64(file.check.iv), data: fromBase64(file.check.data).buffer };
  const lock = { salt: fromBase64(file.salt), iterations: file.iterations, check };
  const key = await unlock(lock, options.passphrase);
  if (!key) return { kind: 'refused', code: 'wrong-passphrase' };
  const sealed = { iv: fromBase64(file.iv), data: fromBase64(file.data).buffer };
  const bytes = await unseal(key, sealName, sealed).catch(() => null);
  if (!bytes || (await sha256Of(bytes)) !== file.hash) return { kind: 'refused', code: 'damaged' };
  const content = contentSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!content.success) return { kind: 'refused', code: 'damaged' };
  const { deviceId, pack, receipt, entries, photos } = content.data;
  const vault = await Vault.create(options.auditId, { lock, key });
  const recording = await Recording.begin(vault, pack, deviceId);
  for (const photo of photos) await recording.keepPhoto(photo.sha256, fromBase64(photo.bytes));
  await recording.restore(entries, receipt);
  return { kind: 'loaded', recording };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
