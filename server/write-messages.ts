import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code of a compiled message without its imports and comments: what several messages need to stand in one module. */
export const bareMessage = (code: string): string => code.replace(/^import .*\n/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');

/** What the code of `bareMessage` refers to, from the folder of the compiled messages. */
export const messageImports = (from: (name: string) => string): string =>
  `import { getLocale, experimentalStaticLocale } from ${from('runtime.js')};\nimport * as registry from ${from('registry.js')};\n`;

function typeOf(file: string, code: string): string {
  const name = /^export const (\w+) = /m.exec(code)?.[1];
  const inputs = /^\/\*\* @typedef \{(\{.*\})\} \w+Inputs \*\/$/m.exec(code)?.[1];
  if (name === undefined || inputs === undefined)
    throw new Error(`${file} is written otherwise than it was: write-messages.ts must follow.`);
  return `export declare const ${name}: ${inputs === '{}' ? 'Plain' : `With<${inputs}>`};`;
}

/** Numbers within messages have the digits 0 to 9 in every language, as elsewhere (`app/locales/latin-digits.ts`). */
function writeLatinDigits(file: string): void {
  const code = readFileSync(file, 'utf8');
  const written = code.replaceAll(
    /new Intl\.(NumberFormat|DateTimeFormat|RelativeTimeFormat)\(locale,/g,
    (_, format) => `new Intl.${format}(\`\${locale}-u-nu-latn\`,`,
  );
  if (written === code) throw new Error(`${file} is written otherwise than it was: write-messages.ts must follow.`);
  writeFileSync(file, written);
}

/**
 * Writes all messages, and the types of all, into one file each, beside the thousands of files that the compiler made: to load or to check those takes
 * seconds in every process. `folder`: where the compiler wrote. @throws when a message is written otherwise than this reads it
 */
export function writeMessages(folder: string): void {
  writeLatinDigits(join(folder, 'registry.js'));
  const files = readdirSync(join(folder, 'messages')).filter((name) => name.endsWith('.js') && name !== '_index.js');
  const codes = files.sort().map((file) => ({ file, code: readFileSync(join(folder, 'messages', file), 'utf8') }));
  const head = [
    "import type { Locale, LocalizedString, MessageMetadata } from './runtime.js';",
    'type Options = { locale?: Locale };',
    'type Plain = ((inputs?: {}, options?: Options) => LocalizedString) & MessageMetadata<{}, Options, {}>;',
    'type With<Inputs> = ((inputs: Inputs, options?: Options) => LocalizedString) & MessageMetadata<Inputs, Options, {}>;',
    "export * as m from './messages.js';",
  ];
  writeFileSync(join(folder, 'messages.d.ts'), `${[...head, ...codes.map(({ file, code }) => typeOf(file, code))].join('\n')}\n`);
  const imports = messageImports((name) => `'./${name}'`);
  const bodies = codes.map(({ code }) => bareMessage(code).replace(/\n\s*\n/g, '\n'));
  writeFileSync(join(folder, 'messages.js'), `${imports}export * as m from './messages.js';\n${bodies.join('\n')}\n`);
}
