import { m } from '~/paraglide/messages';
import type { Audience, Channel, Group, Known, Operator, PeriodCount, Way } from './engagement-lists';

const groupWords = {
  workers: m.stakeholder_engagement_group_workers,
  contracted: m.stakeholder_engagement_group_contracted,
  migrants: m.stakeholder_engagement_group_migrants,
  women: m.stakeholder_engagement_group_women,
  representatives: m.stakeholder_engagement_group_representatives,
  communities: m.stakeholder_engagement_group_communities,
  indigenous: m.stakeholder_engagement_group_indigenous,
  organizations: m.stakeholder_engagement_group_organizations,
  authorities: m.stakeholder_engagement_group_authorities,
} satisfies Record<Group, () => string>;
export const groupLabel = (group: Group): string => groupWords[group]();

const wayWords = {
  meeting: m.stakeholder_engagement_way_meeting,
  'small-group': m.stakeholder_engagement_way_small,
  interviews: m.stakeholder_engagement_way_interviews,
  survey: m.stakeholder_engagement_way_survey,
  hearing: m.stakeholder_engagement_way_hearing,
  visit: m.stakeholder_engagement_way_visit,
  writing: m.stakeholder_engagement_way_writing,
} satisfies Record<Way, () => string>;
export const wayLabel = (way: Way): string => wayWords[way]();

const audienceWords = {
  workers: m.stakeholder_engagement_audience_workers,
  communities: m.stakeholder_engagement_audience_communities,
  both: m.stakeholder_engagement_audience_both,
} satisfies Record<Audience, () => string>;
export const audienceLabel = (audience: Audience): string => audienceWords[audience]();

const operatorWords = {
  client: m.stakeholder_engagement_operator_client,
  contractor: m.stakeholder_engagement_operator_contractor,
  independent: m.stakeholder_engagement_operator_independent,
  union: m.stakeholder_engagement_operator_union,
  authority: m.stakeholder_engagement_operator_authority,
} satisfies Record<Operator, () => string>;
export const operatorLabel = (operator: Operator): string => operatorWords[operator]();

const channelWords = {
  person: m.stakeholder_engagement_channel_person,
  box: m.stakeholder_engagement_channel_box,
  phone: m.stakeholder_engagement_channel_phone,
  message: m.stakeholder_engagement_channel_message,
  web: m.stakeholder_engagement_channel_web,
  representative: m.stakeholder_engagement_channel_representative,
} satisfies Record<Channel, () => string>;
export const channelLabel = (channel: Channel): string => channelWords[channel]();

const knownWords = { yes: m.deals_yes, no: m.deals_no, unknown: m.stakeholder_engagement_unknown } satisfies Record<Known, () => string>;
export const knownLabel = (known: Known): string => knownWords[known]();

const countWords = {
  opened: m.stakeholder_engagement_opened,
  closed: m.stakeholder_engagement_closed,
  retaliation: m.stakeholder_engagement_retaliation,
} satisfies Record<PeriodCount, () => string>;
export const periodCountLabel = (count: PeriodCount): string => countWords[count]();

const refusals = {
  'is-declined': m.stakeholder_engagement_refused_declined,
  'too-many': m.stakeholder_engagement_refused_many,
  'changed-meanwhile': m.stakeholder_engagement_refused_changed,
} as const;
export type EngagementRefusal = keyof typeof refusals;
export const engagementRefusalLabel = (code: EngagementRefusal): string => refusals[code]();
