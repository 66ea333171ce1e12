import { m } from '~/paraglide/messages';
import type { AskedBy, QuestionStatus, SitePlace } from './find-questions';

const statuses = {
  all: m.recorder_status_all,
  unanswered: m.recorder_status_unanswered,
  proposed: m.recorder_status_proposed,
  review: m.recorder_status_review,
  answered: m.recorder_status_answered,
} satisfies Record<QuestionStatus, () => string>;
export const questionStatusLabel = (status: QuestionStatus): string => statuses[status]();

const ways = {
  documents: m.templates_verify_documents,
  walk: m.recorder_by_walk,
  interviews: m.recorder_by_interviews,
  management: m.templates_verify_management,
} satisfies Record<AskedBy, () => string>;
export const askedByLabel = (way: AskedBy): string => ways[way]();

const places = {
  gate: m.recorder_place_gate,
  office: m.recorder_place_office,
  production: m.recorder_place_production,
  storage: m.recorder_place_storage,
  canteen: m.recorder_place_canteen,
  washrooms: m.recorder_place_washrooms,
  'first-aid': m.recorder_place_first_aid,
  dormitory: m.recorder_place_dormitory,
} satisfies Record<SitePlace, () => string>;
export const sitePlaceLabel = (place: SitePlace): string => places[place]();
