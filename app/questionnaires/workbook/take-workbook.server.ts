import type { LocalizedInstrument } from '#scoring';
import { m } from '~/paraglide/messages';
import { countReading, type Sender } from '~/platform/parser/count-reading.server';
import { readRefusalText, tooOftenText } from '~/platform/parser/refusal-labels';
import { readForm } from '~/platform/forms/read-form.server';
import { readUpload } from '~/platform/forms/read-upload.server';
import { readQuestionnaire } from './read-questionnaire.server';
import type { Filled } from './workbook-rows.server';
import type { WorkbookReply } from './workbook-section';

/** A questionnaire is a small file. */
const fileBytes = 3 * 1024 * 1024;

/** Saves what a form says of one section as its page does, and answers what was refused, by question. */
export type SaveSection = (sectionKey: string, form: FormData) => Promise<Record<string, string>>;

/** Compares an uploaded workbook with what is kept, or takes over what was compared, by the verb with which the pages save. */
export async function takeWorkbook(
  request: Request,
  options: {
    load: () => Promise<Filled | null>;
    shownIn: (key: string, locale: string) => LocalizedInstrument;
    save: SaveSection;
    sender: Sender;
  },
): Promise<WorkbookReply | null> {
  const response = await options.load();
  if (!response) return null;
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return apply(await readForm(request), { ...options, response });
  const minutes = await countReading(options.sender);
  if (minutes > 0) return { kind: 'problem', message: tooOftenText(minutes) };
  const upload = await readUpload(request, { limit: fileBytes });
  if (upload.kind === 'problem')
    return { kind: 'problem', message: upload.code === 'too-large' ? m.workbook_too_large() : m.workbook_no_file() };
  if (!upload.file) return { kind: 'problem', message: m.workbook_no_file() };
  const shownIn = (locale: string) => options.shownIn(response.instrumentKey, locale);
  const read = await readQuestionnaire(upload.file.bytes, { response, shownIn, owner: options.sender.organizationId });
  return read.kind === 'unread' ? { kind: 'problem', message: readRefusalText(read.refusal) } : { kind: 'compared', read };
}

async function apply(
  sent: FormData,
  { response, shownIn, save }: { response: Filled; shownIn: (key: string, locale: string) => LocalizedInstrument; save: SaveSection },
): Promise<WorkbookReply> {
  const kept = new Set([...sent].flatMap(([name, value]) => (name.startsWith('choose:') && value === 'online' ? [name.slice(7)] : [])));
  const refusals: string[] = [];
  let saved = 0;
  for (const section of shownIn(response.instrumentKey, 'en').sections) {
    const form = new FormData();
    form.set('intent', 'save-section');
    const questions = new Set<string>();
    for (const { key } of section.questions) {
      if (kept.has(key)) continue;
      for (const [name, value] of sent)
        if (name.startsWith(`${key}:`) && typeof value === 'string') {
          form.set(name, value);
          questions.add(key);
        }
    }
    if (questions.size === 0) continue;
    const refused = await save(section.key, form);
    refusals.push(...Object.entries(refused).map(([question, text]) => m.shell_named({ name: question, text })));
    saved += [...questions].filter((key) => !(key in refused)).length;
  }
  return { kind: 'applied', saved, refusals };
}
