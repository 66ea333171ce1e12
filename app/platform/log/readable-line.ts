const known = ['time', 'level', 'process', 'event', 'stack', 'causes'];

/** A line of the log for a person at a terminal: "09:30:01 info web request.answered status=200 …", the frames of an error below it. */
export function readableLine(line: string): string {
  const entry = JSON.parse(line) as Record<string, unknown>;
  const text = (name: string) => String(entry[name] ?? '');
  const frames = Array.isArray(entry.stack) ? entry.stack.map((frame) => `    at ${frame}\n`) : [];
  const fields = Object.entries(entry).flatMap(([name, value]) =>
    known.includes(name) || typeof value === 'object' ? [] : [`${name}=${value}`],
  );
  return `${[text('time').slice(11, 19), text('level'), text('process'), text('event'), ...fields].join(' ')}\n${frames.join('')}`;
}
