import { m } from '~/paraglide/messages';

/** What is talked about, after the eleven signs: kept as codes. */
const topicWords = {
  recruitment: m.recorder_topic_recruitment,
  contract: m.recorder_topic_contract,
  wages: m.recorder_topic_wages,
  hours: m.recorder_topic_hours,
  documents: m.recorder_topic_documents,
  movement: m.recorder_topic_movement,
  treatment: m.recorder_topic_treatment,
  housing: m.recorder_topic_housing,
  voice: m.recorder_topic_voice,
  coaching: m.recorder_topic_coaching,
} as const;
export type Topic = keyof typeof topicWords;
export const topics = Object.keys(topicWords) as Topic[];
export const topicWord = (topic: string): string => (topic in topicWords ? topicWords[topic as Topic]() : topic);

const concernWords = {
  'not-raised': m.recorder_concern_not_raised,
  'no-concern': m.recorder_concern_none,
  'some-concern': m.recorder_concern_some,
  'grave-concern': m.recorder_concern_grave,
} as const;
export const concerns = Object.keys(concernWords) as (keyof typeof concernWords)[];
export const concernWord = (concern: keyof typeof concernWords): string => concernWords[concern]();
