// Bundles every entry of src/ into dist/ with @vercel/ncc: `npm run build && npm run bundle`.
// `dist/` is committed; CI fails when it is not exactly what this script writes.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ncc from '@vercel/ncc';

const root = resolve(import.meta.dirname ?? '.', '..');

/**
 * Packages that are imported by something we use, for a feature that we do not use. Each is mapped to a built-in
 * module that is loaded anyway, so that none of its code is shipped, parsed or able to run:
 * - core's own OIDC client (we ask for the token ourselves: proxies, retries, explanations) brings undici, 0.9 MB;
 * - the SDK's ambient credential chain (metadata service, profiles, SSO, login): an exchange must never fall back
 *   on whatever identity the machine happens to have. Every client is given its credentials explicitly.
 */
const neverUsed = {
  '@actions/http-client': 'node:path',
  '@actions/http-client/lib/auth': 'node:path',
  '@aws-sdk/credential-provider-node': 'node:path',
  '@smithy/fetch-http-handler': 'node:path',
};

/**
 * One bundle per surface, so that each carries only what it needs. What several need, or one seldom, is a bundle of
 * its own that the others load when they come to it: `import(/* bundle: NAME *\/ …)` in the source.
 */
const bundles = [
  { name: 'sts', entry: 'aws/sts.js' },
  { name: 'configuration', entry: 'config/file.js' },
  { name: 'scan-step', entry: 'stories/scan-step.js' },
  { name: 'main', entry: 'main.js' },
  { name: 'post', entry: 'post.js' },
  { name: 'scan', entry: 'scan.js' },
  { name: 'scan-worker', entry: 'scan-worker.js' },
  { name: 'cli', entry: 'cli.js', executable: true },
  { name: 'credential-process', entry: 'credential-process.js' },
  // Loaded by the one above only when credentials have to be renewed: the SDK would make every start three times as long.
  { name: 'credential-process', entry: 'credential-renewal.js', file: 'credential-renewal.js' },
  { name: 'cdk-plugin', entry: 'cdk-plugin.js', commonjs: true },
];

/** The compiled sources, with every import of another bundle naming the file that will stand beside this one. */
const sources = join(root, 'lib/bundling');
rmSync(sources, { recursive: true, force: true });
cpSync(join(root, 'lib/src'), sources, { recursive: true });
for (const file of readdirSync(sources, { recursive: true }).filter(name => name.endsWith('.js'))) {
  const path = join(sources, file);
  const code = readFileSync(path, 'utf8');
  const elsewhere = code.replace(
    /import\(\/\* bundle: ([\w-]+) \*\/\s*'[^']+'\)/g,
    "import(/* webpackIgnore: true */ '../$1/index.js')",
  );
  if (elsewhere !== code) writeFileSync(path, elsewhere);
}

async function bundle(input, options) {
  // ncc takes a path ending in a name for an asset if any file below its base is called so, a fixture's cdk.json too.
  const filterAssetBase = sources;
  const { code, assets } = await ncc(input, {
    quiet: true,
    cache: false,
    externals: neverUsed,
    filterAssetBase,
    ...options,
  });
  const extra = Object.keys(assets).filter(name => !['package.json', 'licenses.txt'].includes(name));
  if (extra.length > 0)
    throw new Error(`${input}: one file per bundle, but ncc also wrote ${extra.join(', ')}`);
  // tsc's maps stay behind in lib/, so the references to them would dangle.
  const readable = code.replace(/^\/\/# sourceMappingURL=.*\n?/gm, '');
  return { code: readable, licenses: assets['licenses.txt']?.source ?? '' };
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const { name, entry, file = 'index.js', executable, commonjs } of bundles) {
  const { code } = await bundle(join(sources, entry), { esm: !commonjs });
  const folder = join(root, 'dist', name);
  mkdirSync(folder, { recursive: true });
  const text = executable && !code.startsWith('#!') ? `#!/usr/bin/env node\n${code}` : code;
  writeFileSync(join(folder, file), text, { mode: executable ? 0o755 : 0o644 });
  if (commonjs) writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}
writeFileSync(join(root, 'dist/package.json'), '{ "type": "module" }\n');

// The notices of all bundles in one file: an entry that imports every entry, of which only the notices are kept.
const everything = join(sources, 'everything.js');
// Exported, or what only defines something would be left out.
writeFileSync(
  everything,
  bundles.map(({ entry }, index) => `export * as _${index} from './${entry}';\n`).join(''),
);
const { licenses } = await bundle(everything, { esm: true, license: 'licenses.txt' });
rmSync(sources, { recursive: true });
writeFileSync(join(root, 'dist/licenses.txt'), licenses);
