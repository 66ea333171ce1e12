import type { SerializeFrom } from '@remix-run/node';
import type { Overview } from './read-overview.server';

type Rights = {
  answer: boolean;
  submit: boolean;
  reopen: boolean;
  approve: boolean;
  prepare: boolean;
  sign: boolean;
  record: boolean;
  readReports: boolean;
};
/** The overview as its page receives it, with what the reader may do. */
export type ShownOverview = SerializeFrom<Overview> & { base: string; may: Rights };

/** Where the answers of another organization come from: the request, or the access that was granted. */
export function originPathOf({ id, sharedAccessId }: { id: string; sharedAccessId: string | null }): string {
  return sharedAccessId ? `/shared-with-us/${sharedAccessId}` : `/requests/${id}`;
}
