import { defineConfig, type Plugin } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';

/** Takes from the thousands of files of messages those that a file names: all of them would be looked through for each, and held while reports are drawn. */
function messagesNamed(): Plugin {
  return {
    name: 'messages-named',
    enforce: 'pre',
    transform(code, id) {
      const whole = /^import \{ m \} from '~\/paraglide\/messages';\n/m;
      if (id.includes('/paraglide/') || !whole.test(code)) return null;
      if (/\bm\[|\bm,|[(=] ?m\b(?![.\w])/.test(code)) throw new Error(`${id} uses messages otherwise than by name.`);
      const names = [...new Set([...code.matchAll(/(?<![.\w])m\.(\w+)/g)].flatMap(([, name]) => name ?? []))];
      const imports = names.map((name) => `import { ${name} as message_${name} } from '~/paraglide/messages/${name}.js';\n`);
      const gathered = `const m = { ${names.map((name) => `${name}: message_${name}`).join(', ')} };\n`;
      return { code: code.replace(whole, () => [...imports, gathered].join('')), map: null };
    },
  };
}

/**
 * Builds what runs beside the web server: the process that draws reports, the queue's worker, and the one that makes the demonstration. Run from the
 * sources each reads the messages of the whole project: several times the memory, and seconds before the first page or job. What two of them need is
 * kept once; a part holds nothing that one of its readers does not need.
 */
export default defineConfig({
  plugins: [messagesNamed(), tsconfigPaths()],
  publicDir: false,
  build: {
    ssr: true,
    // Private fields are lowered to maps for older ones, and looked after by the collector one by one.
    target: 'node20',
    outDir: 'build/processes',
    sourcemap: true,
    rollupOptions: {
      input: {
        drawer: 'app/reports/render-process.server.ts',
        worker: 'server/worker.ts',
        seed: 'server/seed-process.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
