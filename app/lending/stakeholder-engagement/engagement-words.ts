import { m } from '~/paraglide/messages';
import type { Audience, Channel, Group, Known, Operator, PeriodCount, Way } from './engagement-lists';

const groupWords = {
  workers: m.engagement_group_workers,
  contracted: m.engagement_group_contracted,
  migrants: m.engagement_group_migrants,
  women: m.engagement_group_women,
  representatives: m.engagement_group_representatives,
  communities: m.engagement_group_communities,
  indigenous: m.engagement_group_indigenous,
  organizations: m.engagement_group_organizations,
  authorities: m.engagement_group_authorities,
} satisfies Record<Group, () => string>;
export const groupWord = (group: Group): string => groupWords[group]();

const wayWords = {
  meeting: m.engagement_way_meeting,
  'small-group': m.engagement_way_small,
  interviews: m.engagement_way_interviews,
  survey: m.engagement_way_survey,
  hearing: m.engagement_way_hearing,
  visit: m.engagement_way_visit,
  writing: m.engagement_way_writing,
} satisfies Record<Way, () => string>;
export const wayWord = (way: Way): string => wayWords[way]();

const audienceWords = {
  workers: m.engagement_audience_workers,
  communities: m.engagement_audience_communities,
  both: m.engagement_audience_both,
} satisfies Record<Audience, () => string>;
export const audienceWord = (audience: Audience): string => audienceWords[audience]();

const operatorWords = {
  client: m.engagement_operator_client,
  contractor: m.engagement_operator_contractor,
  independent: m.engagement_operator_independent,
  union: m.engagement_operator_union,
  authority: m.engagement_operator_authority,
} satisfies Record<Operator, () => string>;
export const operatorWord = (operator: Operator): string => operatorWords[operator]();

const channelWords = {
  person: m.engagement_channel_person,
  box: m.engagement_channel_box,
  phone: m.engagement_channel_phone,
  message: m.engagement_channel_message,
  web: m.engagement_channel_web,
  representative: m.engagement_channel_representative,
} satisfies Record<Channel, () => string>;
export const channelWord = (channel: Channel): string => channelWords[channel]();

const knownWords = { yes: m.lender_yes, no: m.lender_no, unknown: m.engagement_unknown } satisfies Record<Known, () => string>;
export const knownWord = (known: Known): string => knownWords[known]();

const countWords = {
  opened: m.engagement_opened,
  closed: m.engagement_closed,
  retaliation: m.engagement_retaliation,
} satisfies Record<PeriodCount, () => string>;
export const periodCountWord = (count: PeriodCount): string => countWords[count]();

const refusals = {
  'is-declined': m.engagement_refused_declined,
  'too-many': m.engagement_refused_many,
  'changed-meanwhile': m.engagement_refused_changed,
} as const;
export type EngagementRefusal = keyof typeof refusals;
export const engagementRefusalWord = (code: EngagementRefusal): string => refusals[code]();
