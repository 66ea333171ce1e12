import { type AnswerValue, instrument } from '#scoring';
import { openOnDevice } from '~/access/answer-devices.server';
import { requireRespondent, type Respondent } from '~/access/require-respondent.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

export type MadeRequest = {
  responseId: string;
  partyId: string;
  publicId: string;
  supplierOrganizationId: string;
  /** The Cookie header of the device with access. */
  cookie: string;
  respondent: () => Promise<Respondent>;
};

const visit = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });

/** A supplier that received a request from `asker` and opened its link on a device. */
export async function makeRequest(asker: MadeMember, options: { name: string; email?: string | null }): Promise<MadeRequest> {
  const supplier = await makeSupplier(asker, { name: options.name });
  const asked = await asker.inOrganization((db) =>
    askSupplier(db, {
      supplierPublicId: supplier.publicId,
      instrumentKey: defaultInstrument,
      dueOn: null,
      locale: 'en',
      email: options.email ?? null,
      message: '',
      userId: asker.user.id,
      now: new Date(),
    }),
  );
  if (asked.kind !== 'asked') throw new Error(asked.code);
  const { responseId } = asked;
  const device = await openOnDevice(asked.token, visit(), openRequest);
  const cookie = device?.setCookie.split(';')[0] ?? '';
  const respondent = () => requireRespondent(visit({ Cookie: cookie }), { responseId });
  const { supplierOrganizationId } = (await respondent()).request;
  return { ...supplier, responseId, supplierOrganizationId, cookie, respondent };
}

/** Answers every section as its form does. */
export async function answerSections(respondent: Respondent, now = new Date()): Promise<void> {
  const usual: Readonly<Record<string, AnswerValue>> = { G4: 3, YNP: 'yes', PCT: 80, RF: 'no' };
  const { instrumentKey } = await respondent.inResponse((db) =>
    db.questionnaireResponse.findFirstOrThrow({ where: { id: respondent.responseId }, select: { instrumentKey: true } }),
  );
  for (const section of instrument(instrumentKey).sections) {
    const form = new FormData();
    for (const { key, type, options = [] } of section.questions) {
      if (type === 'FACT') form.set(`${key}:migrantShare`, '25');
      else form.set(`${key}:${type === 'PCT' ? 'percent' : 'value'}`, options[0]?.value ?? String(usual[type]));
    }
    await saveOwnSection(respondent, { sectionKey: section.key, form, now });
  }
}

/** Answers every section as its form does, and submits the answers. */
export async function answerAndSubmit(respondent: Respondent, now = new Date()): Promise<void> {
  await answerSections(respondent, now);
  const submitted = await submitOwn(respondent, { now });
  if (submitted.kind !== 'submitted') throw new Error(submitted.code);
}
