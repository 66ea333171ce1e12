const pattern = /(?:^|;\s*)tour=(\d{1,2})(?:;|$)/;

/** The step at which this browser's tour is, from 0, or null without a tour. */
export function tourStepOfRequest(request: Request): number | null {
  const value = pattern.exec(request.headers.get('cookie') ?? '')?.[1];
  return value === undefined ? null : Number(value);
}

/** The Set-Cookie value that keeps the step for this browser session; null ends the tour. */
export function tourCookie(step: number | null): string {
  return step === null ? 'tour=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly' : `tour=${step}; Path=/; SameSite=Lax; HttpOnly`;
}
