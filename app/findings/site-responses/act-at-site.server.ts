import { z } from 'zod';
import { dayFault, readEnteredDay } from '~/platform/forms/entered-day';
import type { Site } from '~/access/require-site.server';
import { evidenceLimits } from '~/questionnaires/evidence/limits';
import { refusalText } from '~/questionnaires/evidence/labels';
import { timescales } from '~/findings/corrective-actions/action-lists';
import { keepFiles, type KeptFile, usableFiles } from '~/findings/findings/finding-files.server';
import { replyKinds } from '~/findings/right-of-reply/reply-states';
import type { FormFailure } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { withReceivedForm } from '~/platform/forms/receive-files.server';
import { askMoreTime, proposeAction, reportProgress, type Said, type SayRefusal, sayReply, type Speaker } from './say.server';
import { sayRefusal } from './site-texts';

export type ActedAtSite =
  | { kind: 'said'; what: string }
  | { kind: 'gone' }
  /** Typed values come back, and uploaded files are stored. */
  | { kind: 'failed'; failure: FormFailure; kept: KeptFile[] };

const fieldsOf: Partial<Record<SayRefusal, string>> = { 'by-missing': 'by', 'words-missing': 'text', 'day-too-early': 'newDueOn' };

/** Handles one form of a site's page. A form with files is multipart; its files are stored whether or not the form is valid. */
export async function actAtSite(site: Site, request: Request, options: { findingId: string; now: Date }): Promise<ActedAtSite> {
  const findingId = z.uuid().safeParse(options.findingId).data;
  if (!findingId) return { kind: 'gone' };
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return act(site, await readForm(request), { ...options, findingId, kept: [], problems: [] });
  const limits = { fileBytes: evidenceLimits.fileBytes, files: 20 };
  const done = await withReceivedForm(request, limits, async ({ form, files }) => {
    const organizationId = site.share.asker.id;
    // What is not shared with this site takes no file either.
    const isShared = await site.read((db) => db.sharedFinding.count({ where: { shareId: site.share.shareId, findingId } }));
    if (isShared === 0) return { kind: 'gone' } as const;
    const fresh = await keepFiles(site.write, { organizationId, userId: site.senderId, files });
    const named = [...form.getAll('fileIds'), ...fresh.files.map(({ id }) => id)].flatMap((id) => z.uuid().safeParse(id).data ?? []);
    const kept = await site.write((db) => usableFiles(db, { fileIds: named, userId: site.senderId }));
    form.delete('fileIds');
    const problems = fresh.problems.map(({ fileName, code }) => `${fileName}: ${refusalText(code)}`);
    return act(site, form, { ...options, findingId, kept: kept.slice(0, limits.files), problems });
  });
  return done ?? { kind: 'gone' };
}

type Kept = KeptFile & { sha256: string };

async function act(
  site: Site,
  form: FormData,
  options: { findingId: string; now: Date; kept: Kept[]; problems: string[] },
): Promise<ActedAtSite> {
  const { findingId, now, kept, problems } = options;
  const sent = (name: string, most = 4_000) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const failed = (field: string, text: string): ActedAtSite => ({ kind: 'failed', failure: formFailure(form, { [field]: [text] }), kept });
  const speaker: Speaker = { shareId: site.share.shareId, findingId, senderId: site.senderId, by: sent('by', 200), now };
  const intent = sent('intent');
  const actionId = z.uuid().safeParse(form.get('actionId')).data;
  const answered = (said: Said): ActedAtSite => {
    if (said.kind === 'said') return { kind: 'said', what: intent };
    if (said.code === 'not-shared') return { kind: 'gone' };
    return failed(fieldsOf[said.code] ?? '', sayRefusal(said.code));
  };
  switch (intent) {
    case 'reply': {
      const kind = z.enum(replyKinds).safeParse(form.get('kind')).data;
      if (!kind) return failed('kind', sayRefusal('kind-missing'));
      return answered(await site.write((db) => sayReply(db, speaker, { kind, text: sent('text') })));
    }
    case 'propose': {
      const timescale = z.enum(timescales).safeParse(form.get('timescale')).data;
      const proposed = { rootCause: sent('rootCause'), action: sent('text'), owner: sent('owner', 200) };
      const missing = [
        ...(proposed.rootCause ? [] : ['rootCause']),
        ...(proposed.action ? [] : ['text']),
        ...(proposed.owner ? [] : ['owner']),
        ...(timescale ? [] : ['timescale']),
        ...(speaker.by ? [] : ['by']),
      ];
      if (!timescale || missing.length > 0) {
        const errors = Object.fromEntries(missing.map((field) => [field, [sayRefusal(field === 'by' ? 'by-missing' : 'words-missing')]]));
        return { kind: 'failed', failure: formFailure(form, errors), kept };
      }
      return answered(await site.write((db) => proposeAction(db, speaker, { ...proposed, timescale })));
    }
    case 'progress': {
      if (!actionId) return { kind: 'gone' };
      if (problems.length > 0) return { kind: 'failed', failure: formFailure(form, { files: problems }), kept };
      return answered(
        await site.write(async (db) => {
          const sizes = await db.storedFile.findMany({
            where: { id: { in: kept.map(({ id }) => id) } },
            select: { id: true, sizeBytes: true },
          });
          const files = kept.map((file) => ({ ...file, sizeBytes: sizes.find(({ id }) => id === file.id)?.sizeBytes ?? 0 }));
          return reportProgress(db, speaker, { actionId, text: sent('text'), isDone: form.get('isDone') === 'on', files });
        }),
      );
    }
    case 'extension': {
      const newDueOn = readEnteredDay(form.get('newDueOn'));
      if (!actionId) return { kind: 'gone' };
      if (!newDueOn)
        return failed(
          'newDueOn',
          dayFault(form.get('newDueOn'), () => sayRefusal('day-missing')),
        );
      return answered(await site.write((db) => askMoreTime(db, speaker, { actionId, newDueOn, reason: sent('text') })));
    }
    default:
      return { kind: 'gone' };
  }
}
