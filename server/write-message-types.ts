import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Declares all messages in one file beside them. Without it the type check reads thousands of files of made code, which took most of its time.
 * `folder`: where the compiler of the messages wrote. @throws when a message is written otherwise than this reads it
 */
export function writeMessageTypes(folder: string): void {
  const files = readdirSync(join(folder, 'messages')).filter((name) => name.endsWith('.js') && name !== '_index.js');
  const lines = files.sort().map((file) => {
    const code = readFileSync(join(folder, 'messages', file), 'utf8');
    const name = /^export const (\w+) = /m.exec(code)?.[1];
    const inputs = /^\/\*\* @typedef \{(\{.*\})\} \w+Inputs \*\/$/m.exec(code)?.[1];
    if (name === undefined || inputs === undefined)
      throw new Error(`${file} is written otherwise than it was: write-message-types.ts must follow.`);
    return `export declare const ${name}: ${inputs === '{}' ? 'Plain' : `With<${inputs}>`};`;
  });
  const head = [
    "import type { Locale, LocalizedString, MessageMetadata } from './runtime.js';",
    'type Options = { locale?: Locale };',
    'type Plain = ((inputs?: {}, options?: Options) => LocalizedString) & MessageMetadata<{}, Options, {}>;',
    'type With<Inputs> = ((inputs: Inputs, options?: Options) => LocalizedString) & MessageMetadata<Inputs, Options, {}>;',
    "export * as m from './messages.js';",
  ];
  writeFileSync(join(folder, 'messages.d.ts'), `${[...head, ...lines].join('\n')}\n`);
}
