export const bands = ['low', 'moderate', 'elevated', 'high', 'severe'] as const;
export const evidenceGrades = [
  'none',
  'self-declared',
  'document-uploaded',
  'document-checked',
  'audit-announced',
  'audit-unannounced',
] as const;
export const findingGrades = ['critical', 'major', 'moderate', 'minor'] as const;
export const findingStatuses = ['open', 'plan-agreed', 'fixed', 'verified'] as const;
export const controlDomains = [
  'policy',
  'due-diligence',
  'recruitment-fees',
  'contracts',
  'wages',
  'movement-documents',
  'hours',
  'voice-grievance',
  'remedy',
] as const;
/** What may be known of a party (`PartyFacts`), in the order in which pages and reports list it. */
export const partyFactFields = [
  'countries',
  'sector',
  'products',
  'workers',
  'migrantShare',
  'internalMigrantShare',
  'agencyShare',
  'migrantOrigins',
  'subcontracting',
  'housing',
  'peakRatio',
  'vulnerableGroups',
  'workerVoice',
] as const;
export const subcontractingChoices = ['none', 'declared', 'multi-tier', 'undeclared-found'] as const;
export const housingChoices = ['none', 'optional', 'tied', 'tied-remote'] as const;
export const workerVoiceChoices = ['independent', 'restricted', 'none'] as const;
export const vulnerableGroups = ['under-18', 'low-literacy', 'language-gap', 'tied-visa', 'gendered-isolated-work'] as const;
export const linkKinds = ['supplies', 'subcontracts', 'recruits', 'owns', 'houses'] as const;
export const ruleIds = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'R14'] as const;
/** What is shown beside the score and has no number of a rule: the score of child labour, the mark of labour imposed by a state. */
export const supplementIds = ['child-labour', 'state-imposed'] as const;
/** The eleven signs of the ILO booklet of 2012, in its order. */
export const indicators = [
  'abuse-of-vulnerability',
  'deception',
  'restriction-of-movement',
  'isolation',
  'physical-and-sexual-violence',
  'intimidation-and-threats',
  'retention-of-identity-documents',
  'withholding-of-wages',
  'debt-bondage',
  'abusive-working-and-living-conditions',
  'excessive-overtime',
] as const;
/** The nine critical overrides (R7). */
export const overrideCodes = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'O9'] as const;
/** What an override asks for beside its floor. */
export const overrideStatuses = ['restricted-case', 'child-protocol', 'trade-hold', 'no-site-remedy', 'urgent', 're-audit'] as const;
/**
 * What an alert says of a party, in the order in which they are worked on: the place itself, a listed party, goods that an order stops, labour imposed
 * by a state, a sector under a presumption, a listed good.
 */
export const alertKinds = [
  'presumed-region',
  'listed-entity',
  'import-order',
  'state-imposed',
  'priority-sector',
  'listed-good',
  'recruiter-status',
  'recruiter-sanction',
  'recruiter-licence',
] as const;
/** A sign or circumstance as observed. What was not examined is unknown, never absent. */
export const signStates = ['present', 'absent', 'unknown'] as const;

export type Band = (typeof bands)[number];
export type EvidenceGrade = (typeof evidenceGrades)[number];
export type FindingGrade = (typeof findingGrades)[number];
export type FindingStatus = (typeof findingStatuses)[number];
export type ControlDomain = (typeof controlDomains)[number];
export type PartyFactField = (typeof partyFactFields)[number];
export type Subcontracting = (typeof subcontractingChoices)[number];
export type Housing = (typeof housingChoices)[number];
export type WorkerVoice = (typeof workerVoiceChoices)[number];
export type VulnerableGroup = (typeof vulnerableGroups)[number];
export type LinkKind = (typeof linkKinds)[number];
export type RuleId = (typeof ruleIds)[number];
export type SupplementId = (typeof supplementIds)[number];
export type Indicator = (typeof indicators)[number];
export type OverrideCode = (typeof overrideCodes)[number];
export type OverrideStatus = (typeof overrideStatuses)[number];
export type AlertKind = (typeof alertKinds)[number];
export type SignState = (typeof signStates)[number];
