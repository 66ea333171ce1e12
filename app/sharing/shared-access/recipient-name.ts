/** The organization that shared access was given to, or the email address it was offered to until an organization accepts. */
export function recipientName(
  names: ReadonlyMap<string, string>,
  { recipientOrganizationId, recipientEmail }: { recipientOrganizationId: string | null; recipientEmail: string | null },
): string | null {
  return (recipientOrganizationId === null ? undefined : names.get(recipientOrganizationId)) ?? recipientEmail;
}
