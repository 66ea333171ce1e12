import { createHash } from 'node:crypto';
import type { Member } from '~/access/require-member.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { readUpload } from '~/platform/forms/read-upload.server';
import { givenText } from '~/platform/http/given-text';
import { countReading } from '~/platform/parser/count-reading.server';
import { readRefusalText, tooOftenText } from '~/platform/parser/refusal-labels';
import { sampleKinds } from './columns';
import { defaultChoices, readSampleLaw } from './default-choices.server';
import { fileRefusalLabel, refusedLabel } from './labels';
import { readChoicesForm, sortedChoices } from './read-choices-form';
import { readSampleApart } from './read-sample-apart.server';
import { addSamples, changeChoices, discardFile, readStaged, stageFile, withdrawSamples } from './sample-files.server';
import { workerKey } from './worker-key.server';

/** Time records of a large site are a few megabytes. */
const fileBytes = 15 * 1024 * 1024;

type Options = { audit: FoundAudit; country: string | null; on: string; now: Date; address: string };
export type SamplesReply =
  | { kind: 'problem'; message: string }
  | { kind: 'fields'; errors: Record<string, string> }
  | { kind: 'changed' }
  | { kind: 'done'; flash: string | null };

/** Reads an uploaded file, or acts on the file that waits. Nothing is written to the record before it is confirmed. */
export function handleSamplesAction(member: Member, request: Request, options: Options): Promise<SamplesReply> {
  const isUpload = request.headers.get('Content-Type')?.startsWith('multipart/form-data') === true;
  return isUpload ? readFile(member, request, options) : actOnFile(member, request, options);
}

const problem = (message: string): SamplesReply => ({ kind: 'problem', message });

async function readFile(member: Member, request: Request, { audit, country, on, address }: Options): Promise<SamplesReply> {
  const owner = member.organization.id;
  const minutes = await countReading({ organizationId: owner, address });
  if (minutes > 0) return problem(tooOftenText(minutes));
  const upload = await readUpload(request, { limit: fileBytes });
  if (upload.kind === 'problem') return problem(upload.code === 'too-large' ? m.bulk_samples_file_too_large() : m.bulk_samples_file_none());
  if (!upload.file) return problem(m.bulk_samples_file_none());
  const field = (name: string): string => upload.fields.get(name)?.[0]?.trim() ?? '';
  const kind = sampleKinds.find((each) => each === field('kind'));
  if (!kind) return problem(m.bulk_samples_kind_none());
  const letter = field('codeColumn').toUpperCase();
  const sheet = Number(field('sheet'));
  if (letter !== '' && !/^[A-Z]{1,2}$/.test(letter)) return problem(m.bulk_samples_column_bad());
  const read = await readSampleApart(upload.file.bytes, {
    ...{ owner, kind, key: workerKey({ organizationId: owner, auditId: audit.id }) },
    codeColumn: letter === '' ? null : columnAt(letter),
    sheet: Number.isInteger(sheet) && sheet > 0 ? sheet : null,
  });
  if (read.kind === 'unread') return problem(readRefusalText(read.refusal));
  if (read.kind === 'refused') return problem(fileRefusalLabel(read.code));
  const sha256 = createHash('sha256').update(upload.file.bytes).digest('hex');
  const refused = await member.inOrganization(async (db) => {
    const choices = defaultChoices(read.table, await readSampleLaw(db, { country, on }));
    return stageFile(db, audit, { userId: member.user.id, kind, sha256, table: read.table, choices });
  });
  return refused === null ? { kind: 'done', flash: null } : problem(refusedLabel(refused));
}

/** "A" is 0. */
const columnAt = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

async function actOnFile(member: Member, request: Request, { audit, now }: Options): Promise<SamplesReply> {
  const form = await readForm(request);
  const intent = givenText(form, 'intent');
  const userId = member.user.id;
  if (intent === 'discard') {
    await member.inOrganization((db) => discardFile(db, audit));
    return { kind: 'done', flash: m.bulk_samples_discarded() };
  }
  if (intent === 'withdraw') {
    const refused = await member.inOrganization((db) => withdrawSamples(db, audit, { userId, now, fileId: givenText(form, 'file') }), {
      timeoutMs: 60_000,
    });
    return refused === null ? { kind: 'done', flash: m.bulk_samples_withdrawn() } : problem(refusedLabel(refused));
  }
  const staged = await member.inOrganization((db) => readStaged(db, audit));
  if (!staged) return problem(refusedLabel('unknown'));
  const read = readChoicesForm(form, staged);
  if ('errors' in read) return { kind: 'fields', errors: read.errors };
  const isChanged = JSON.stringify(read.choices) !== JSON.stringify(sortedChoices(staged.choices));
  if (isChanged || intent !== 'add') {
    await member.inOrganization((db) => changeChoices(db, audit, read.choices));
    // The plan that is confirmed is the one that was shown.
    return intent === 'add' ? { kind: 'changed' } : { kind: 'done', flash: null };
  }
  const added = await member.inOrganization((db) => addSamples(db, audit, { userId, now }), { timeoutMs: 60_000 });
  return typeof added === 'string' ? problem(refusedLabel(added)) : { kind: 'done', flash: m.bulk_samples_added({ count: added.added }) };
}
