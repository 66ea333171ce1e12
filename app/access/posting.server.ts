import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';

/** The field in which a form carries the key that it was drawn with. */
export const formKeyField = 'formKey';

/** A key for the forms of one drawing of a page. */
export const makeFormKey = (): string => randomUUID();

/** A key that a transaction has taken, and committed with what it wrote. */
export type TakenKey = {
  /** Sets the address of the record that the form created. */
  settle: (location: string) => Promise<void>;
  /** Gives the key back: the answer was a refusal, or no record. */
  release: () => Promise<void>;
};

/** One post of a form, while its action runs. */
export type Posting = {
  /** Digest of the form's key and of all that was sent with it; null until the form is read, and of a form without key. */
  digest: string | null;
  taken: TakenKey | null;
  /** A transaction of this post is claiming the key. */
  isDeciding: boolean;
  /** The answer leads back to the form, with what is to be corrected: nothing is done. */
  isRefused: boolean;
  /** Address of the record, set by an action that does not redirect to it. */
  madeAt: string | null;
};

/** Thrown from the transaction through the action when the same form was posted before. `location`: the address of its record; null when it was not known in time. */
export class PostedBefore extends Error {
  constructor(readonly location: string | null) {
    super('The same form was posted before.');
  }
}

const storage = new AsyncLocalStorage<Posting>();

/** The post whose action is running; undefined outside of one. */
export const currentPosting = (): Posting | undefined => storage.getStore();

export function withPosting<T>(work: (posting: Posting) => Promise<T>): Promise<T> {
  const posting: Posting = { digest: null, taken: null, isDeciding: false, isRefused: false, madeAt: null };
  return storage.run(posting, () => work(posting));
}

/** The address of a form without what Remix adds to it, which differs with and without script. */
function pathOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  for (const name of ['_routes', 'index']) searchParams.delete(name);
  return `${pathname.replace(/(\/_root)?\.data$/, '')}?${searchParams}`;
}

/**
 * Takes the key out of a form and remembers what was posted with it. The same key with other content is another post: going back, correcting a field
 * and submitting again creates a second record, as intended.
 */
export function notePosting(request: Request, form: FormData, files: readonly { name: string; size: number }[] = []): FormData {
  const key = form.get(formKeyField);
  form.delete(formKeyField);
  const posting = currentPosting();
  if (!posting || typeof key !== 'string' || key.length < 16) return form;
  const fields = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : [value.name, value.size]]);
  const posted = JSON.stringify([key, pathOf(request), fields, files.map(({ name, size }) => [name, size])]);
  posting.digest = createHash('sha256').update(posted).digest('base64url');
  return form;
}

/** Sets the address of the record that an action created, when the action does not redirect to it. */
export function madeAt(path: string): void {
  const posting = currentPosting();
  if (posting) posting.madeAt = path;
}

/** Says that the answer, though it redirects, is a refusal: of pages without script that lead back to their form. */
export function refusePosting(): void {
  const posting = currentPosting();
  if (posting) posting.isRefused = true;
}

/** An id for what a post makes where no organization is yet that could keep its key: the same each time that the same form is posted, a new one without a key. */
export function idOfPosting(subject: string): string {
  const digest = currentPosting()?.digest;
  if (!digest) return randomUUID();
  const hex = createHash('sha256').update(`${subject} ${digest}`).digest('hex');
  // As RFC 9562 has it for ids of one's own making (version 8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
