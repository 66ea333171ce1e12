/** Inks of the page, as `#rrggbb`. */
export const inks = { ink: '#1c2526', muted: '#566264', hairline: '#d5dad9', accent: '#0d5c63' };
