import { describe, expect, it } from 'vitest';
import { groupedMessages } from './grouped-messages';

type Loaded = { code: string };
const plugin = groupedMessages();
const call = (hook: unknown, ...args: unknown[]) => (hook as (...args: unknown[]) => unknown).apply({ addWatchFile: () => {} }, args);
const transform = (code: string) => (call(plugin.transform, code, '/app/page.tsx') as Loaded | null)?.code ?? null;
const load = (id: string, ssr: boolean) => (call(plugin.load, `\0${id}`, { ssr }) as Loaded).code;
const source = (body: string) => `import { m } from '~/paraglide/messages';\n${body}\n`;

call(plugin.buildStart);

describe('messages in a build', () => {
  it('come from the group of the files that name them, in every language on the server and in those of members in browsers', () => {
    const code = transform(source('const title = m.annual_report_title();')) ?? '';
    const [, namespace = '', id = ''] = /import \* as (\w+) from '(messages\/\w+)';/.exec(code) ?? [];
    expect(code).toContain(`const title = ${namespace}.annual_report_title();`);
    expect(code).not.toContain('~/paraglide/messages');
    const [server, browser] = [load(id, true), load(id, false)];
    for (const text of [server, browser]) expect(text).toMatch(/export const annual_report_title\b/);
    expect(server).toMatch(/\bar_annual_report_title\b/);
    expect(browser).not.toMatch(/\bar_annual_report_title\b/);
    expect(browser).toMatch(/\bfr_annual_report_title\b/);
  });

  it('leave files without messages unchanged, and ignore similar names', () => {
    expect(transform('const a = 1;')).toBeNull();
    expect(transform(source('const far = "m.never_written_so";'))).toContain('m.never_written_so');
  });

  it('are rejected when a file uses them other than by name', () => {
    expect(() => transform(source('const all = m[key];'))).toThrow('otherwise than by name');
    expect(() => transform(source('pass(m);'))).toThrow('otherwise than by name');
  });
});
