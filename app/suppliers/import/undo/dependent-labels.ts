import { m } from '~/paraglide/messages';

/** Tables whose rows can build on an import, with their names. A table that refers to a party and is missing here fails a test. */
export const dependentLabels: Readonly<Record<string, () => string>> = {
  Alert: m.import_undo_kind_alert,
  Approval: m.import_undo_kind_approval,
  AttachedReport: m.shared_access_report_attached_section,
  Audit: m.import_undo_kind_audit,
  AuditCommission: m.commissions_title,
  CampaignTarget: m.import_undo_kind_campaign,
  CommissionPlan: m.commissions_title,
  ConsultingService: m.commissions_services,
  ContactPerson: m.import_undo_kind_contact,
  Deal: m.import_undo_kind_deal,
  DealParty: m.import_undo_kind_deal,
  DeclaredParty: m.import_undo_kind_declared,
  DuplicatePair: m.import_undo_kind_duplicate,
  Fact: m.import_undo_kind_fact,
  FactTransfer: m.import_undo_kind_merge,
  Finding: m.import_undo_kind_finding,
  FindingShare: m.import_undo_kind_finding_share,
  FrozenDocument: m.import_undo_kind_document,
  GivenOverride: m.import_undo_kind_override,
  GoodPractice: m.import_undo_kind_practice,
  ImportBatch: m.import_undo_kind_batch,
  MatchDecision: m.import_undo_kind_duplicate,
  MergedParty: m.import_undo_kind_merge,
  Note: m.import_undo_kind_note,
  OrderTotal: m.import_order_lines,
  PartyMerge: m.import_undo_kind_merge,
  QuestionnaireResponse: m.import_undo_kind_response,
  RecruiterRecord: m.import_undo_kind_recruiter,
  Site: m.import_undo_kind_site,
  SupplierContact: m.import_undo_kind_contact,
  SupplierFollower: m.import_undo_kind_follower,
  SupplierTag: m.import_undo_kind_tag,
  SupplyLink: m.import_undo_kind_link,
  Task: m.import_undo_kind_task,
  owner: m.import_undo_kind_owner,
};

/** The name of records that build on an import. */
export const dependentLabel = (kind: string): string => (dependentLabels[kind] ?? m.import_undo_kind_other)();
