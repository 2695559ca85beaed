// Bundles every entry of src/ into dist/ with @vercel/ncc: `npm run build && npm run bundle`.
// `dist/` is committed; CI fails when it is not exactly what this script writes. With names behind it
// (`npm run bundle -- cli main`) only these bundles are made, for a quick look while something is written.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
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
 * Packages of which a run needs none or few: a bundle of their own each, which the others share, and which is read when
 * something of it is first used. Within the others their text alone would cost every start 2 ms for each 100 KB.
 */
const packages = {
  '@actions/exec': 'actions-exec',
  fflate: 'fflate',
  valibot: 'valibot',
  yaml: 'yaml',
};

/** Parts of our own that few scans come to, for the same reason; each by the module through which the others reach it. */
const parts = {
  'scan/ci-files/check-ci-file.js': 'ci-files',
  'scan/detect/archives/unpack.js': 'archives',
};
const partName = file => `part:${file}`;
const packageFiles = Object.fromEntries([
  ...Object.entries(packages).map(([name, file]) => [name, `../packages/${file}.js`]),
  ...Object.values(parts).map(file => [partName(file), `../packages/${file}.js`]),
]);
/** The same from one of them to another. */
const siblings = Object.fromEntries(Object.entries(packages).map(([name, file]) => [name, `./${file}.js`]));

/** Node's own modules that take milliseconds to load, and that are used late or never. The others cost next to nothing. */
const costly = [
  'assert',
  'child_process',
  'crypto',
  'http',
  'https',
  'net',
  'tls',
  'tty',
  'worker_threads',
  'zlib',
];

/**
 * One bundle per surface, so that each carries only what it needs. What several need, or one seldom, is a bundle of
 * its own that the others load when they come to it: `import(/* bundle: NAME *\/ …)` in the source.
 */
const bundles = [
  { name: 'configuration', entry: 'config/file.js' },
  { name: 'verify-keys', entry: 'stories/verify-keys.js' },
  { name: 'reports', entry: 'scan/report/reports.js' },
  { name: 'baseline', entry: 'scan/baseline-file.js' },
  { name: 'authors', entry: 'scan/sources/authors.js' },
  { name: 'scan-step', entry: 'stories/scan-step.js' },
  { name: 'main', entry: 'main.js' },
  { name: 'post', entry: 'post.js' },
  { name: 'scan', entry: 'scan.js' },
  { name: 'scan-worker', entry: 'scan-worker.js' },
  { name: 'ranges', entry: 'scan/sources/ranges.js' },
  { name: 'scan-revisions', entry: 'cli/commands/scan-revisions.js' },
  { name: 'cli', entry: 'cli.js', executable: true },
  { name: 'help', entry: 'cli/help.js' },
  { name: 'init', entry: 'cli/commands/init.js' },
  { name: 'migrate', entry: 'cli/commands/migrate.js' },
  { name: 'audit', entry: 'audit.js' },
  { name: 'audit-command', entry: 'cli/commands/audit.js' },
  { name: 'audit-run', entry: 'stories/audit-run.js' },
  { name: 'explain', entry: 'cli/commands/explain.js' },
  { name: 'refusal', entry: 'stories/explain-refusal.js' },
  { name: 'look-up', entry: 'stories/look-up.js' },
  { name: 'template', entry: 'cli/commands/template.js' },
  { name: 'profiles', entry: 'cli/commands/profiles.js' },
  { name: 'credentials', entry: 'cli/commands/credentials.js' },
  { name: 'sign-on', entry: 'laptop/renew.js' },
  { name: 'exec', entry: 'cli/commands/exec.js' },
  { name: 'sync', entry: 'cli/commands/sync.js' },
  { name: 'doctor', entry: 'cli/commands/doctor.js' },
  { name: 'exec-process', entry: 'exec-process.js' },
  { name: 'job-exchange', entry: 'credential-renewal.js' },
  { name: 'credential-process', entry: 'credential-process.js' },
  // Loaded by the one above only when credentials have to be renewed, which few starts do.
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
  const elsewhere = code
    .replace(
      /import\(\s*\/\* bundle: ([\w-]+) \*\/\s*'[^']+'\s*\)/g,
      "import(/* webpackIgnore: true */ '../$1/index.js')",
    )
    .replace(/(?<=\bfrom )'(\.[^']+)'/g, (whole, target) => {
      const part = parts[relative(sources, join(dirname(path), target)).replaceAll('\\', '/')];
      return part === undefined ? whole : `'${partName(part)}'`;
    });
  if (elsewhere !== code) writeFileSync(path, elsewhere);
}

async function bundle(input, options) {
  // ncc takes a path ending in a name for an asset if any file below its base is called so, a fixture's cdk.json too.
  const filterAssetBase = sources;
  const { code, assets } = await ncc(input, {
    quiet: true,
    cache: false,
    filterAssetBase,
    ...options,
  });
  const extra = Object.keys(assets).filter(name => !['package.json', 'licenses.txt'].includes(name));
  if (extra.length > 0)
    throw new Error(`${input}: one file per bundle, but ncc also wrote ${extra.join(', ')}`);
  // tsc's maps stay behind in lib/, so the references to them would dangle.
  const readable = code.replace(/^\/\/# sourceMappingURL=.*\n?/gm, '');
  return { code: ascii(readable), licenses: assets['licenses.txt']?.source ?? '' };
}

/** One character beyond ASCII makes Node decode all of a file, and V8 hold and parse it at two bytes each: 1 ms more. */
function ascii(code) {
  if (/String\.raw`[^`]*[^\0-\x7f]|\\[^\0-\x7f]/.test(code))
    throw new Error('an escape means something else in String.raw, and after a backslash');
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const LOAD_LATER = `/** Stands for a module until something of it is used. */
function loadLater(name) {
	let loaded;
	const module = () => (loaded ??= loadNow(name));
	return new Proxy({}, {
		get: (_, key) => (key === "default" ? module() : module()[key]),
		has: (_, key) => key === "default" || key in module(),
		ownKeys: () => Reflect.ownKeys(module()),
	});
}
`;

/** How a bundle of each kind gets at what loads modules. */
const LOAD_NOW = {
  module: 'import { createRequire } from "module";\nconst loadNow = createRequire(import.meta.url);\n',
  commonjs: 'const loadNow = require;\n',
};

/** ncc's bundles begin with loading all that is not in them; these wait with what is costly until it is used. */
function loadingLate(code, kind) {
  const load = name => {
    const late = name.startsWith('.') || costly.includes(name.replace(/^node:/, ''));
    return `${late ? 'loadLater' : 'loadNow'}("${name}")`;
  };
  const changed = code
    .replace(/^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "module";\n/m, '')
    .replace(/__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\("([^"]+)"\)/g, (_, name) => load(name))
    .replace(/(?<== )require\("([^"]+)"\)/g, (_, name) => load(name))
    .replace(
      /^import \* as (__WEBPACK_EXTERNAL_MODULE_\w+) from "([^"]+)";$/gm,
      (_, variable, name) => `const ${variable} = ${load(name)};`,
    );
  if (/^import\b|__WEBPACK_EXTERNAL_createRequire/m.test(changed))
    throw new Error('ncc takes in other modules in a way that is not known here');
  if (!/\bload(?:Now|Later)\(/.test(changed)) return changed;
  return LOAD_NOW[kind] + LOAD_LATER + changed;
}

/** The bundles asked for; none: all of them, in an empty folder. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !bundles.some(bundle => bundle.name === name));
if (unknown.length > 0) throw new Error(`no bundle is called ${unknown.join(', ')}`);

if (wanted.length === 0) rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const { name, entry, file = 'index.js', executable, commonjs } of bundles) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { code } = commonjs
    ? await bundle(join(sources, entry), { esm: false, externals: neverUsed })
    : await bundle(join(sources, entry), { esm: true, externals: { ...neverUsed, ...packageFiles } });
  const folder = join(root, 'dist', name);
  mkdirSync(folder, { recursive: true });
  const late = commonjs ? code : loadingLate(code, 'module');
  const text = executable && !late.startsWith('#!') ? `#!/usr/bin/env node\n${late}` : late;
  writeFileSync(join(folder, file), text, { mode: executable ? 0o755 : 0o644 });
  if (commonjs) writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}
if (wanted.length === 0) await writeShared();
rmSync(sources, { recursive: true });

/** What stands beside the bundles: the packages that they share, kinds of module, notices. */
async function writeShared() {
  mkdirSync(join(root, 'dist/packages'));
  for (const [name, file] of Object.entries(packages)) {
    const { code } = await bundle(fileURLToPath(import.meta.resolve(name)), {
      esm: false,
      externals: neverUsed,
    });
    writeFileSync(join(root, 'dist/packages', `${file}.js`), loadingLate(code, 'commonjs'));
  }
  for (const [entry, file] of Object.entries(parts)) {
    const externals = { ...neverUsed, ...siblings };
    const { code } = await bundle(join(sources, entry), { esm: false, externals });
    writeFileSync(join(root, 'dist/packages', `${file}.js`), loadingLate(code, 'commonjs'));
  }
  // CommonJS, for only that can be loaded in the middle of what does not wait.
  writeFileSync(join(root, 'dist/packages/package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(root, 'dist/package.json'), '{ "type": "module" }\n');

  // The notices of all bundles in one file: an entry that imports every entry, of which only the notices are kept.
  const everything = join(sources, 'everything.js');
  // Exported, or what only defines something would be left out.
  writeFileSync(
    everything,
    [...bundles.map(({ entry }) => entry), ...Object.keys(parts)]
      .map((entry, index) => `export * as _${index} from './${entry}';\n`)
      .join(''),
  );
  const own = Object.fromEntries(Object.values(parts).map(file => [partName(file), 'node:path']));
  const externals = { ...neverUsed, ...own };
  const { licenses } = await bundle(everything, { esm: true, externals, license: 'licenses.txt' });
  writeFileSync(join(root, 'dist/licenses.txt'), licenses);
}
