import { z } from 'zod';
import type { Vault } from './vault';

/** What stands in the fields of a form that was not saved yet. */
const draftSchema = z.object({ kind: z.string(), key: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });
export type FormDraft = z.output<typeof draftSchema>;

const shelfName = (kind: string, key: string) => `draft ${kind} ${key}`;

/**
 * Half-filled forms, sealed like everything else, so that a tab that is killed takes none along. They stay on the device and are never sent. Without room
 * on the device they live as long as the page.
 */
export class FormDrafts {
  private readonly drafts = new Map<string, FormDraft>();

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

  async keep(draft: FormDraft): Promise<void> {
    const name = shelfName(draft.kind, draft.key);
    this.drafts.set(name, draft);
    await this.vault.writeJson('meta', name, draft).catch(() => undefined);
  }

  async drop(kind: string, key: string): Promise<void> {
    if (!this.drafts.delete(shelfName(kind, key))) return;
    await this.vault.remove('meta', shelfName(kind, key)).catch(() => undefined);
  }
}
