import { z } from 'zod';
import { type DeviceEntry, isUnsent, receiptSchema } from './device-entries';
import type { Pack } from './pack';
import type { Recording } from './recording';

/** Why nothing is being sent: *idle*: nothing waits, or not yet. */
export type SendingState = 'idle' | 'sending' | 'offline' | 'signed-out' | 'closed' | 'not-on-team';

const replySchema = z.object({
  receipt: receiptSchema,
  taken: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), code: z.string() })),
});
const codeSchema = z.object({ code: z.string() });

const most = { entries: 100, bytes: 1_000_000 };
const soonMs = 1_500;
const longestMs = 300_000;
const everyMs = 60_000;

/** Sends what a device recorded, photos first, then what names them; again and again until a receipt covers it. */
export class Sending {
  state: SendingState = 'idle';
  private readonly sentPhotos = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly ticking: ReturnType<typeof setInterval>;
  private running: Promise<void> | null = null;
  private failures = 0;
  private isStopped = false;
  private readonly soon = () => this.later(soonMs);

  constructor(
    private readonly recording: Recording,
    /** Address of the audit. */
    private readonly base: string,
    private readonly onCleared: () => void,
  ) {
    addEventListener('online', this.soon);
    addEventListener('offline', this.sayOffline);
    this.ticking = setInterval(this.soon, everyMs);
    this.later(0);
  }

  /** Permanent: the current sending completes and no other starts. */
  stop(): void {
    this.isStopped = true;
    removeEventListener('online', this.soon);
    removeEventListener('offline', this.sayOffline);
    clearInterval(this.ticking);
    clearTimeout(this.timer);
  }

  /** Sends after a moment, so that what is typed on goes with it. */
  later(ms: number = soonMs): void {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => void this.now(), ms);
  }

  /** Sends all that waits, once at a time. Never throws. */
  now(): Promise<void> {
    this.running ??= this.sendAll()
      .then((state) => this.finish(state))
      .catch(() => this.fail())
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private readonly sayOffline = () => this.say('offline');

  private say(state: SendingState): void {
    this.state = state;
    this.recording.changed();
  }

  private async finish(state: SendingState): Promise<void> {
    this.failures = 0;
    this.say(state);
    const { entries, settings, receipt, isFull } = this.recording;
    if (state === 'idle' && isFull) await this.recording.keepTheRest();
    const isAll = ![...entries.values()].some(isUnsent) && (entries.size === 0 || receipt?.isEqual === true);
    if (state === 'idle' && settings.clearsWhenReceived && isAll) this.onCleared();
  }

  private fail(): void {
    this.failures += 1;
    this.say('offline');
    const wait = Math.min(longestMs, 2_000 * 2 ** this.failures);
    const [random = 0] = crypto.getRandomValues(new Uint16Array(1));
    this.later(wait / 2 + (random / 65_536) * (wait / 2));
  }

  /** @throws TypeError without network */
  private async sendAll(): Promise<SendingState> {
    if (!navigator.onLine) return 'offline';
    const waiting = () => [...this.recording.entries.values()].filter(({ state }) => state === 'waiting' || state === 'tried');
    if (waiting().length > 0) this.say('sending');
    const problem = await this.sendPhotos(waiting());
    if (problem) return problem;
    for (let batch = batchOf(waiting()); batch.length > 0; batch = batchOf(waiting())) {
      const stopped = await this.sendEntries(batch);
      if (stopped) return stopped;
    }
    return this.refresh();
  }

  private async sendPhotos(waiting: readonly DeviceEntry[]): Promise<SendingState | null> {
    for (const { entry } of waiting) {
      if (entry.kind !== 'photo') continue;
      const { sha256, mediaType } = entry.value as { sha256: string; mediaType: string };
      if (this.sentPhotos.has(sha256)) continue;
      const bytes = await this.recording.photoOf(sha256);
      if (!bytes) continue;
      const answer = await this.ask(`/photos/${sha256}`, { method: 'PUT', body: bytes, headers: { 'content-type': mediaType } });
      if (answer.ok) this.sentPhotos.add(sha256);
      else {
        const stopped = stateOf(answer);
        if (stopped) return stopped;
        if (answer.status >= 500) throw new TypeError('the server does not answer');
        const code = codeSchema.safeParse(await answer.json().catch(() => null));
        await this.recording.mark([entry.id], 'refused', code.success ? code.data.code : 'unknown');
      }
    }
    return null;
  }

  private async sendEntries(batch: readonly DeviceEntry[]): Promise<SendingState | null> {
    const entries = batch.map(({ entry }) => entry);
    await this.recording.mark(
      entries.map(({ id }) => id),
      'tried',
    );
    const body = JSON.stringify({ deviceId: this.recording.settings.deviceId, entries });
    const answer = await this.ask('/entries', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const stopped = stateOf(answer);
    if (stopped) return stopped;
    const reply = answer.ok ? replySchema.safeParse(await answer.json().catch(() => null)) : null;
    if (!reply?.success) throw new TypeError('the server does not answer');
    this.recording.clockAheadMs = Date.now() - Date.parse(reply.data.receipt.at);
    await this.recording.mark(reply.data.taken, 'received');
    for (const { id, code } of reply.data.refused) await this.recording.mark([id], 'refused', code);
    await this.recording.keepReceipt(reply.data.receipt);
    return null;
  }

  /** What others recorded meanwhile. */
  private async refresh(): Promise<SendingState> {
    const answer = await this.ask('/on-site.pack', { method: 'GET' });
    const stopped = stateOf(answer);
    if (stopped) return stopped;
    if (!answer.ok) throw new TypeError('the server does not answer');
    const pack = (await answer.json()) as Pack;
    await this.recording.takePack(pack);
    return pack.audit.isOpen ? 'idle' : 'closed';
  }

  private ask(path: string, init: RequestInit): Promise<Response> {
    return fetch(`${this.base}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(120_000) });
  }
}

/** The sending state for a server status; null for other statuses. */
function stateOf(answer: Response): SendingState | null {
  if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signed-out';
  if (answer.status === 404 || answer.status === 403) return 'not-on-team';
  return answer.status === 409 ? 'closed' : null;
}

/** The next that fit into one sending. What is replaced goes with or before what replaces it, but nothing depends on that. */
function batchOf(waiting: readonly DeviceEntry[]): DeviceEntry[] {
  const batch: DeviceEntry[] = [];
  let bytes = 0;
  for (const each of waiting) {
    const size = JSON.stringify(each.entry).length;
    if (batch.length > 0 && (batch.length >= most.entries || bytes + size > most.bytes)) break;
    batch.push(each);
    bytes += size;
  }
  return batch;
}
