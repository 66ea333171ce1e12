import { type Indicator, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';

/** What an answer proposes for a finding: its own words and the first indicator of its question. How it was seen, and how grave it is, a person says. */
export type ProposedFinding = { responseId: string; question: string; text: string; indicator: Indicator | null };

/** The finding that an answer of a party's submitted response proposes; null without such an answer. Nothing is stored. */
export async function findingOfAnswer(
  db: TenantDb,
  { partyId, responseId, question }: { partyId: string; responseId: string; question: string },
): Promise<ProposedFinding | null> {
  if (!/^[0-9a-f-]{36}$/i.test(responseId) || question === '') return null;
  const response = await readResponse(db, responseId);
  if (!response || response.party.id !== partyId || response.status === 'open') return null;
  await knowInstruments(db, [response.instrumentKey]);
  const asked = questionsOf(instrument(response.instrumentKey)).find(({ key }) => key === question);
  const shown = questionsOf(localizedInstrument(response.instrumentKey, getLocale())).find(({ key }) => key === question);
  const value = response.answers.get(question)?.value ?? null;
  if (!asked || !shown || value === null) return null;
  const answer = wordsOfInstrument(response.instrumentKey)?.answer(question, value) ?? String(value);
  return {
    responseId,
    question,
    text: m.findings_of_answer({ question: shown.text.text, answer }),
    indicator: asked.indicators[0] ?? null,
  };
}
