import { expect } from 'vitest';
import type { Policy } from './catalogue';
import { caller, current, policyOf } from './policy-words';

const ownRead = `(("readerOrganizationId" = ${current}) AND ("readerId" = ${caller}))`;

const searches = policyOf('PERMISSIVE', 'manumit_search', 'SELECT');
const searchChanges = policyOf('PERMISSIVE', 'manumit_search', 'UPDATE');
const reads = policyOf('PERMISSIVE', 'manumit_app', 'SELECT');
const adds = policyOf('PERMISSIVE', 'manumit_app', 'INSERT');
const restricts = policyOf('RESTRICTIVE', 'manumit_app', 'ALL');
const restrictsAdding = policyOf('RESTRICTIVE', 'manumit_app', 'INSERT');
const restrictsChanging = policyOf('RESTRICTIVE', 'manumit_app', 'UPDATE');
const keeps = policyOf('RESTRICTIVE', 'manumit_app', 'DELETE');

/** The policies that let members read rows of another organization, hide rows of their own, and limit the search functions, literally. */
export const policiesOfMembers: Policy[] = [
  reads('SharedAccess', 'recipient', `("recipientOrganizationId" = ${current})`),
  reads(
    'GuestAccess',
    'own_claim',
    `(("usedById" = ${caller}) AND (NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL))`,
  ),
  reads('AccessRequest', 'granter', `("granterOrganizationId" = ${current})`),
  reads('AuditCommission', 'firm', `("firmOrganizationId" = ${current})`),
  reads(
    'CommissionMessage',
    'firm',
    `(EXISTS ( SELECT 1\n   FROM "AuditCommission" c\n  WHERE ((c."organizationId" = "CommissionMessage"."organizationId") AND (c.id = "CommissionMessage"."commissionId") AND (c."firmOrganizationId" = ${current}))))`,
  ),
  searches('QuestionnaireRequest', 'search', 'true'),
  reads(
    'QuestionnaireRequest',
    'supplier',
    `(("supplierOrganizationId" = ${current}) AND (current_setting('app.side'::text, true) = 'supplier'::text))`,
  ),
  restricts('Approval', 'assigned', `(("caseId" IS NULL) OR is_assigned("caseId"))`),
  keeps('Approval', 'kept', `("caseId" IS NULL)`),
  restrictsAdding('Approval', 'own_proposal', null, `(("caseId" IS NULL) OR ((state = 'open'::text) AND ("proposedById" = ${caller})))`),
  restrictsChanging('Approval', 'own_decision', `true`, `(("caseId" IS NULL) OR (state = 'open'::text) OR ("decidedById" = ${caller}))`),
  restricts('SensitiveCaseEntry', 'assigned', `is_assigned("caseId")`),
  restrictsAdding('SensitiveCaseEntry', 'own_entry', null, `(("actorId" IS NULL) OR ("actorId" = ${caller}))`),
  restricts('SensitiveCaseMember', 'assigned', `is_assigned("caseId")`, `(is_assigned("caseId") OR is_unassigned("caseId"))`),
  keeps('SensitiveCaseMember', 'kept', `false`),
  searches('SensitiveCaseMember', 'search', `true`),
  restricts('SensitiveCaseText', 'assigned', `is_assigned("caseId")`),
  reads(
    'FindingShare',
    'supplier',
    `(("supplierOrganizationId" = ${current}) AND (current_setting('app.side'::text, true) = 'supplier'::text))`,
  ),
  restricts(
    'FormKey',
    'own_key',
    `(("userId" = ${caller}) OR ((NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL) AND ("expiresAt" < now())))`,
    `("userId" = ${caller})`,
  ),
  restricts('ListPreference', 'own', `("userId" = ${caller})`),
  restricts('SavedView', 'shared_or_own', `("isShared" OR ("ownerId" = ${caller}))`),
  reads('Membership', 'own', `(("userId" = ${caller}) AND (NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL))`),
  restrictsAdding('PersonalSigningKey', 'own_key', null, `("userId" = ${caller})`),
  restrictsAdding('PersonalSignature', 'own_signature', null, `("userId" = ${caller})`),
  searches('PersonalSignature', 'search', 'true'),
  searches('SignatureAddition', 'search', `(kind = 'person'::text)`),
  searches('DocumentFile', 'search', 'true'),
  searches('DocumentSignature', 'search', 'true'),
  searches('DocumentWithdrawal', 'search', 'true'),
  searches(
    'FrozenDocument',
    'search',
    `(kind = ANY (ARRAY['assessment'::text, 'audit'::text, 'yearly'::text, 'due-diligence'::text, 'monitoring'::text, 'board-paper'::text, 'published-result'::text]))`,
  ),
  // The nightly job, which runs for no member, reads those that it deletes.
  restricts(
    'Notification',
    'own',
    `(("userId" = ${caller}) OR ((NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL) AND (("readAt" < (now() - '90 days'::interval)) OR ("createdAt" < (now() - '400 days'::interval)))))`,
    'true',
  ),
  restrictsChanging('Notification', 'own_changes', 'true', `("userId" = ${caller})`),
  searches('Notification', 'search', 'true'),
  searches('Party', 'search', 'true'),
  reads(
    'SharedFile',
    'recipient',
    `(("recipientOrganizationId" = ${current}) AND (EXISTS ( SELECT 1\n   FROM "DocumentRecipient" r\n  WHERE ((r."organizationId" = "SharedFile"."organizationId") AND (r."documentId" = "SharedFile"."documentId") AND (r."recipientOrganizationId" = "SharedFile"."recipientOrganizationId") AND (r."revokedAt" IS NULL) AND (r."expiresAt" > now())))))`,
  ),
  reads('DocumentRecipient', 'recipient', `(("recipientOrganizationId" = ${current}) AND ("revokedAt" IS NULL) AND ("expiresAt" > now()))`),
  reads(
    'FrozenDocument',
    'recipient',
    `(EXISTS ( SELECT 1\n   FROM "DocumentRecipient" r\n  WHERE ((r."organizationId" = "FrozenDocument"."organizationId") AND (r."documentId" = "FrozenDocument".id) AND (r."recipientOrganizationId" = ${current}) AND (r."revokedAt" IS NULL) AND (r."expiresAt" > now()))))`,
  ),
  searches('SigningKey', 'search', 'true'),
  searchChanges('DocumentRead', 'again', ownRead),
  searches('DocumentRead', 'own_reads', ownRead),
  reads('DocumentRead', 'reader', `("readerOrganizationId" = ${current})`),
  adds(
    'DocumentRead',
    'reading',
    null,
    expect.stringMatching(
      /^\(\("readerOrganizationId" = .* AND \("readerId" = .*app\.user_id.* AND \(EXISTS \( SELECT 1\s+FROM "FrozenDocument" d\s+WHERE/s,
    ),
  ),
  restricts('SensitiveCase', 'assigned', `(is_assigned(id) OR (("openedById" = ${caller}) AND is_unassigned(id)))`),
  keeps('SensitiveCase', 'kept', `false`),
];
