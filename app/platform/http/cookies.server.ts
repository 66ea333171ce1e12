import { createCookie } from '@remix-run/node';
import { z } from 'zod';

const aYear = 60 * 60 * 24 * 365;

const themeSchema = z.enum(['light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

const flashSchema = z.object({ tone: z.enum(['info', 'success', 'warning', 'danger']), text: z.string().max(500) });
/** One message for the next page the person sees. */
export type Flash = z.infer<typeof flashSchema>;

const flashCookie = createCookie('flash', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 60 });

/** The chosen theme, or null: as the system says. */
export function themeOfRequest(request: Request): Theme | null {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const parsed = themeSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The Set-Cookie value that stores a theme; any other value deletes it. */
export function themeCookie(theme: string | null): string {
  const parsed = themeSchema.safeParse(theme);
  return parsed.success
    ? `theme=${parsed.data}; Path=/; Max-Age=${aYear}; SameSite=Lax; HttpOnly`
    : 'theme=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly';
}

/** The Set-Cookie value that keeps a language. */
export function localeCookie(locale: string): string {
  return `locale=${encodeURIComponent(locale)}; Path=/; Max-Age=${aYear}; SameSite=Lax; HttpOnly`;
}

/** The Set-Cookie value that carries a message to the next page. */
export function flashTo(flash: Flash): Promise<string> {
  return flashCookie.serialize(flash);
}

/** Reads the message of the last act; `clear` is the Set-Cookie value that forgets it, null when there was none. */
export async function takeFlash(request: Request): Promise<{ flash: Flash | null; clear: string | null }> {
  const parsed = flashSchema.safeParse(await flashCookie.parse(request.headers.get('cookie')).catch(() => null));
  if (!parsed.success) return { flash: null, clear: null };
  return { flash: parsed.data, clear: await flashCookie.serialize('', { maxAge: 0 }) };
}
