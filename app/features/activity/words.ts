import { m } from '~/paraglide/messages';

const kinds: Readonly<Record<string, () => string>> = {
  organization: m.account_kind_of_organization,
  member: m.account_kind_of_member,
  invitation: m.account_kind_of_invitation,
  supplier: m.account_kind_of_supplier,
  site: m.account_kind_of_site,
  'labour-provider': m.account_kind_of_labour_provider,
  party: m.account_kind_of_party,
  'supply-link': m.account_kind_of_supply_link,
  'import-batch': m.account_kind_of_import_batch,
  assessment: m.account_kind_of_assessment,
  finding: m.account_kind_of_finding,
  score: m.account_kind_of_score,
  report: m.account_kind_of_report,
};

const acts: Readonly<Record<string, () => string>> = {
  open: m.account_act_open,
  create: m.account_act_create,
  edit: m.account_act_edit,
  import: m.account_act_import,
  commit: m.account_act_commit,
  answer: m.account_act_answer,
  submit: m.account_act_submit,
  approve: m.account_act_approve,
  reopen: m.account_act_reopen,
  'attach-evidence': m.account_act_attach_evidence,
  'remove-evidence': m.account_act_remove_evidence,
  'grade-evidence': m.account_act_grade_evidence,
  move: m.account_act_move,
  score: m.account_act_score,
  'prepare-report': m.account_act_prepare,
  restore: m.account_act_restore,
  'add-site': m.account_act_add_site,
  link: m.account_act_link,
  unlink: m.account_act_unlink,
  'edit-link': m.tiers_act_edit_link,
  'end-link': m.tiers_act_end_link,
  'add-licence': m.tiers_act_add_licence,
  'edit-licence': m.tiers_act_edit_licence,
  'withdraw-licence': m.tiers_act_withdraw_licence,
  'add-certification': m.provider_act_add_certification,
  'edit-certification': m.provider_act_edit_certification,
  'withdraw-certification': m.provider_act_withdraw_certification,
  'add-assessment': m.recruiter_act_add_assessment,
  'edit-assessment': m.recruiter_act_edit_assessment,
  'withdraw-assessment': m.recruiter_act_withdraw_assessment,
  'add-sanction': m.recruiter_act_add_sanction,
  'edit-sanction': m.recruiter_act_edit_sanction,
  'withdraw-sanction': m.recruiter_act_withdraw_sanction,
  'add-complaints': m.provider_act_add_complaints,
  'edit-complaints': m.provider_act_edit_complaints,
  'withdraw-complaints': m.provider_act_withdraw_complaints,
  'add-corridor': m.tiers_act_add_corridor,
  'edit-corridor': m.tiers_act_edit_corridor,
  'withdraw-corridor': m.tiers_act_withdraw_corridor,
  'add-fee': m.tiers_act_add_fee,
  'edit-fee': m.tiers_act_edit_fee,
  'withdraw-fee': m.tiers_act_withdraw_fee,
  'propose-status': m.tiers_act_propose_status,
  'record-reply': m.tiers_act_record_reply,
  'decide-status': m.tiers_act_decide_status,
  'drop-status': m.tiers_act_drop_status,
  invite: m.account_act_invite,
  revoke: m.account_act_revoke,
  join: m.account_act_join,
  'change-role': m.account_act_change_role,
  'set-password': m.account_act_set_password,
  'change-password': m.account_act_change_password,
  'change-email': m.account_act_change_email,
  remove: m.account_act_remove,
  archive: m.account_act_archive,
  retire: m.season_act_retire,
  'undo-retire': m.season_act_undo_retire,
  merge: m.match_act_merge,
  'undo-merge': m.match_act_undo_merge,
  split: m.match_act_split,
  'undo-split': m.match_act_undo_split,
  'keep-apart': m.match_act_keep_apart,
  'report-duplicate': m.match_act_report,
  'propose-lifting': m.lifting_act_propose,
  'lift-override': m.lifting_act_lift,
  'refuse-lifting': m.lifting_act_refuse,
  'withdraw-lifting': m.lifting_act_withdraw,
};

/** Kinds of record and acts that have words. */
export const knownKinds: ReadonlySet<string> = new Set(Object.keys(kinds));
export const knownActs: ReadonlySet<string> = new Set(Object.keys(acts));

/** A kind of record in the reader's language; one that is not known here comes back as it was. */
export function recordKindName(recordKind: string): string {
  return kinds[recordKind]?.() ?? recordKind;
}

/** What was done, as a word after the person's name; an act that is not known here comes back as it was. */
export function actName(act: string): string {
  return acts[act]?.() ?? act;
}
