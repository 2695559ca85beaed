import type { Planted, TrueCategory } from '../case.js';
import { pair } from '../plant.js';
import type { Random } from '../random.js';
import { among, names, ordered } from '../surroundings.js';

type Row = (name: string, value: string) => string;

/** A category whose files hold one declaration per value. */
function declared(
  name: string,
  files: string[],
  style: 'camel' | 'snake' | 'env' | 'pascal',
  rows: Row[],
  comment: 'code' | 'hash' = 'code',
): TrueCategory {
  const write = (k: Planted, r: Random) => {
    const n = names(r, style);
    const row = r.pick(rows);
    return among(r, comment, ...ordered(r, comment, row(n.id, k.id), row(n.secret, k.secret)));
  };
  return { name, files, plant: pair, write };
}

/** One declaration per value, in many languages. */
export const languages: readonly TrueCategory[] = [
  declared('go', ['main.go', 'config.go'], 'camel', [
    (n, v) => `\t${n} := "${v}"`,
    (n, v) => `const ${n} = \`${v}\``,
    (n, v) => `\tos.Setenv("${n}", "${v}")`,
  ]),
  declared('java and kotlin', ['Config.java', 'Aws.kt'], 'env', [
    (n, v) => `  private static final String ${n} = "${v}";`,
    (n, v) => `    const val ${n} = "${v}"`,
    (n, v) => `System.setProperty("${n}", "${v}");`,
  ]),
  declared('c# and vb', ['Startup.cs', 'Module1.vb'], 'pascal', [
    (n, v) => `    public const string ${n} = @"${v}";`,
    (n, v) => `        ${n} = "${v}",`,
    (n, v) => `Dim ${n} As String = "${v}"`,
  ]),
  declared(
    'ruby',
    ['config/initializers/aws.rb', 'Fastfile', 'fog.rb'],
    'snake',
    [
      (n, v) => `  ${n}: '${v}',`,
      (n, v) => `  :${n} => "${v}",`,
      (n, v) => `ENV['${n}'] ||= '${v}'`,
      (n, v) => `  config.${n} = %q(${v})`,
    ],
    'hash',
  ),
  declared('php', ['wp-config.php', 'config/filesystems.php'], 'env', [
    (n, v) => `define('${n}', '${v}');`,
    (n, v) => `    '${n}' => '${v}',`,
    (n, v) => `$${n} = "${v}";`,
    (n, v) => `    'k' => env('${n}', '${v}'),`,
  ]),
  declared('rust and c++', ['src/main.rs', 'aws.cpp', 'keys.h'], 'env', [
    (n, v) => `const ${n}: &str = "${v}";`,
    (n, v) => `#define ${n} "${v}"`,
    (n, v) => `static const char *${n} = "${v}";`,
    (n, v) => `let ${n} = r#"${v}"#;`,
    (n, v) => `std::string ${n}{"${v}"};`,
  ]),
  declared('swift, dart and objective-c', ['Keys.swift', 'aws.dart', 'AppDelegate.m'], 'camel', [
    (n, v) => `let ${n} = "${v}"`,
    (n, v) => `  static const ${n} = '${v}';`,
    (n, v) => `NSString *const ${n} = @"${v}";`,
  ]),
  declared(
    'perl, lua, r and elixir',
    ['upload.pl', 'init.lua', 'load.R', 'config.exs'],
    'snake',
    [
      (n, v) => `my $${n} = '${v}';`,
      (n, v) => `local ${n} = "${v}"`,
      (n, v) => `Sys.setenv("${n}" = "${v}")`,
      (n, v) => `config :ex_aws, ${n}: "${v}"`,
      (n, v) => `(def ${n} "${v}")`,
    ],
    'hash',
  ),
];
