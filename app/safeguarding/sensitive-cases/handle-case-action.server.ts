import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { LogAltered } from './append-entry.server';
import { decide, proposeDecision } from './decide.server';
import { mailPeople, readersOf } from './mail-people.server';
import { recordContact, recordNote, recordStep, recordVisit } from './record-entry.server';
import { contactEntry, intents, noteEntry, proposalEntry, stepEntry, verdictEntry, visitEntry } from './schema';
import { personalKindWords } from '~/platform/privacy/kind-words';
import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';
import { refusalWords } from './labels';

/** `form`: the form of the page, by its intent and, after a colon, the step or kind of decision. */
export type Acted =
  | { kind: 'done'; text: string; isOut: boolean }
  | { kind: 'unknown' }
  | { kind: 'failed'; form: string; failure: FormFailure };

type Caller = Pick<Member, 'user' | 'inOrganization'>;
type Act = { caseId: string; form: FormData; now: Date };

const freeText = ['note', 'law', 'reason', 'account'] as const;

/** The error for a form whose texts may identify a person, unless its author confirms; null without one. */
export function screenFailure(form: FormData): FormFailure | null {
  if (form.get('screened') === 'on') return null;
  const found = freeText.flatMap((name) => {
    const signs = personalKindsIn(String(form.get(name) ?? ''));
    return signs.length > 0
      ? [[name, [m.sensitive_cases_screen({ signs: signs.map((sign) => personalKindWords[sign]()).join(', ') })]] as const]
      : [];
  });
  return found.length > 0 ? formFailure(form, { ...Object.fromEntries(found), screened: [] }) : null;
}

/** Handles one form of the case's page. Typed values are returned with every refusal, also after an altered log. */
export async function handleCaseAction(caller: Caller, act: Act): Promise<Acted> {
  try {
    return await handleIntentAction(caller, act);
  } catch (error) {
    if (!(error instanceof LogAltered)) throw error;
    return { kind: 'failed', form: formName(act.form), failure: said(act.form, m.sensitive_cases_fault_title()) };
  }
}

/** The name of a form of the page: its intent, and the step or kind of decision. */
const formName = (form: FormData): string => [form.get('intent'), form.get('step') ?? form.get('kind')].filter(Boolean).join(':');

async function handleIntentAction(caller: Caller, act: Act): Promise<Acted> {
  const { form } = act;
  const intent = intents.find((known) => known === form.get('intent'));
  if (!intent) return { kind: 'unknown' };
  const name = formName(form);
  const screened = screenFailure(form);
  if (screened) return { kind: 'failed', form: name, failure: screened };
  switch (intent) {
    case 'step': {
      const read = parseForm(form, stepEntry);
      if (!read.ok) return { kind: 'failed', form: name, failure: said(form, m.sensitive_cases_no_choice()) };
      return answered(await caller.inOrganization((db) => recordStep(db, { ...of(caller, act), values: read.value })), { form, name });
    }
    case 'note': {
      const read = parseForm(form, noteEntry);
      if (!read.ok) return { kind: 'failed', form: name, failure: formFailure(form, { note: [m.sensitive_cases_note_short()] }) };
      return answered(await caller.inOrganization((db) => recordNote(db, { ...of(caller, act), content: read.value })), { form, name });
    }
    case 'contact': {
      const read = parseForm(form, contactEntry);
      if (!read.ok) return { kind: 'failed', form: name, failure: said(form, m.sensitive_cases_no_choice()) };
      return answered(await caller.inOrganization((db) => recordContact(db, { ...of(caller, act), content: read.value })), { form, name });
    }
    case 'visit': {
      const read = parseForm(form, visitEntry);
      if (!read.ok) return { kind: 'failed', form: name, failure: said(form, m.sensitive_cases_no_choice()) };
      return answered(await caller.inOrganization((db) => recordVisit(db, { ...of(caller, act), content: read.value })), { form, name });
    }
    case 'propose':
      return propose(caller, act, name);
    case 'decide':
      return decideOn(caller, act, name);
  }
}

const of = ({ user }: Caller, { caseId, now }: Act) => ({ caseId, userId: user.id, now });
const said = (form: FormData, text: string) => formFailure(form, { '': [text] });

function answered(
  done: { kind: 'recorded' } | { kind: 'unknown' } | { kind: 'refused'; code: keyof typeof refusalWords },
  { form, name }: { form: FormData; name: string },
): Acted {
  if (done.kind === 'unknown') return done;
  if (done.kind === 'refused') return { kind: 'failed', form: name, failure: said(form, refusalWords[done.code]()) };
  return { kind: 'done', text: m.sensitive_cases_recorded(), isOut: false };
}

async function propose(caller: Caller, act: Act, name: string): Promise<Acted> {
  const { form } = act;
  const read = parseForm(form, proposalEntry);
  if (!read.ok) {
    const failure = read.errors.reason
      ? formFailure(form, { reason: [m.sensitive_cases_no_reason_short()] })
      : said(form, m.sensitive_cases_no_choice());
    return { kind: 'failed', form: name, failure };
  }
  const { done, readers } = await caller.inOrganization(async (db) => {
    const proposed = await proposeDecision(db, { ...of(caller, act), proposal: read.value });
    const isProposed = proposed.kind === 'proposed';
    return { done: proposed, readers: isProposed ? await readersOf(db, { caseId: act.caseId, except: caller.user.id }) : [] };
  });
  if (done.kind === 'unknown') return done;
  if (done.kind === 'refused') return { kind: 'failed', form: name, failure: said(form, refusalWords[done.code]()) };
  await mailPeople(readers);
  return { kind: 'done', text: m.sensitive_cases_proposed(), isOut: false };
}

async function decideOn(caller: Caller, act: Act, name: string): Promise<Acted> {
  const { form, caseId } = act;
  const read = parseForm(form, verdictEntry);
  if (!read.ok) return { kind: 'unknown' };
  const { done, readers, isOut } = await caller.inOrganization(async (db) => {
    const decided = await decide(db, { ...of(caller, act), ...read.value });
    const isDecided = decided.kind === 'decided';
    const people = isDecided ? await readersOf(db, { caseId }) : [];
    // A person who approved their own removal no longer sees the case.
    return { done: decided, readers: people.filter(({ userId }) => userId !== caller.user.id), isOut: isDecided && people.length === 0 };
  });
  if (done.kind === 'unknown') return done;
  if (done.kind === 'refused') return { kind: 'failed', form: name, failure: said(form, refusalWords[done.code]()) };
  await mailPeople(readers);
  return { kind: 'done', text: m.sensitive_cases_recorded(), isOut };
}
