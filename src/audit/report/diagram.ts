import type { Configuration } from '../../config/configuration.js';
import type { AuditFacts } from '../facts.js';

/** More environments make a drawing that nobody reads. */
const MOST_ENVIRONMENTS = 20;

/**
 * Who gets where, as a mermaid diagram: environment → account → deploy role, and permission set ← groups.
 *
 * @returns undefined when there are too many environments to draw
 */
export function diagram({ environments }: Configuration, facts: AuditFacts): string | undefined {
  if (environments.length === 0 || environments.length > MOST_ENVIRONMENTS) return undefined;
  const lines: string[] = [];
  const nodes = new Map<string, string>();
  const node = (kind: string, text: string, shape: readonly [string, string]) => {
    const key = `${kind} ${text}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const name = `n${nodes.size}`;
    nodes.set(key, name);
    lines.push(`  ${name}${shape[0]}"${label(text)}"${shape[1]}`);
    return name;
  };
  const names = new Map(facts.organization?.accounts.map(({ id, name }) => [id, name]));
  for (const { name, account, role, people } of environments) {
    const title = names.get(account);
    const home = node('account', title === undefined ? account : `${title} ${account}`, ['[(', ')]']);
    const deploy = node('role', `${account} ${role.slice(role.indexOf(':role/') + 6)}`, ['([', '])']);
    lines.push(`  ${node('environment', name, ['[', ']'])} --> ${deploy} --> ${home}`);
    for (const { permissionSet, groups } of people) {
      const set = node('set', `${account} ${permissionSet}`, ['([', '])']);
      lines.push(`  ${set} --> ${home}`);
      for (const group of groups) lines.push(`  ${node('group', group, ['{{', '}}'])} --> ${set}`);
    }
  }
  return `\`\`\`mermaid\nflowchart LR\n${lines.join('\n')}\n\`\`\``;
}

/** Text that neither ends the label nor is taken for markup. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{N} _.,:+=/-]/gu, mark => `#${mark.codePointAt(0)};`).slice(0, 80);
}
