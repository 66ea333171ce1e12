import type { InterviewTopic } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';

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
} satisfies Record<InterviewTopic, () => string>;
export const topicLabel = (topic: InterviewTopic): string => topicWords[topic]();

const concernWords = {
  'not-raised': m.recorder_concern_not_raised,
  'no-concern': m.recorder_concern_none,
  'some-concern': m.recorder_concern_some,
  'grave-concern': m.recorder_concern_grave,
} as const;
export type Concern = keyof typeof concernWords;
export const concerns = Object.keys(concernWords) as Concern[];
export const concernLabel = (concern: Concern): string => concernWords[concern]();
