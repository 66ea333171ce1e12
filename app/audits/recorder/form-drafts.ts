import { z } from 'zod';
import type { Vault } from './vault';

/** Field values of an unsaved form. */
const draftSchema = z.object({ kind: z.string(), key: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });
export type FormDraft = z.output<typeof draftSchema>;

const shelfName = (kind: string, key: string) => `draft ${kind} ${key}`;

/** Drafts of forms, sealed like all other data, so that they survive a closed tab. Never sent. Without storage space they live as long as the page. */
export class FormDrafts {
  private readonly drafts = new Map<string, FormDraft>();
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly vault: Vault) {}

  async load(): Promise<void> {
    for (const name of await this.vault.names('meta')) {
      if (!name.startsWith('draft ')) continue;
      const parsed = draftSchema.safeParse(await this.vault.readJson('meta', name));
      if (parsed.success) this.drafts.set(name, parsed.data);
    }
  }

  of(kind: string, key: string): FormDraft | null {
    return this.drafts.get(shelfName(kind, key)) ?? null;
  }

  /** Keys of all forms of one kind that were begun. */
  keysOf(kind: string): string[] {
    return [...this.drafts.values()].flatMap((draft) => (draft.kind === kind ? [draft.key] : []));
  }

  keep(draft: FormDraft): Promise<void> {
    const name = shelfName(draft.kind, draft.key);
    this.drafts.set(name, draft);
    return this.inTurn(() => this.vault.writeJson('meta', name, draft));
  }

  async drop(kind: string, key: string): Promise<void> {
    if (this.drafts.delete(shelfName(kind, key))) await this.inTurn(() => this.vault.remove('meta', shelfName(kind, key)));
  }

  /** When everything that was begun is written. */
  settled(): Promise<void> {
    return this.inTurn(() => Promise.resolve());
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.writing.then(work).catch(() => undefined);
    this.writing = done;
    return done;
  }
}
