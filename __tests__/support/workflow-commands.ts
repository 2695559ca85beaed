/** A workflow command as the runner understands it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What GitHub shows at a place of the change. Numbers count from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
}

/** The commands that the runner knows; a line that names another one is plain text (actions/runner, ActionCommand.cs). */
const KNOWN = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);

/** The commands in the output of a step, in order; text between `stop-commands` and its token holds none. */
export function workflowCommands(output: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let stopped: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    if (stopped !== undefined) {
      if (line.trim() === `::${stopped}::`) stopped = undefined;
      continue;
    }
    const command = workflowCommand(line);
    if (command === undefined) continue;
    if (command.name === 'stop-commands') stopped = command.data;
    commands.push(command);
  }
  return commands;
}

/** The command that one line of output is, in the current form (`::name …::`) or the old one (`##[name …]`). */
export function workflowCommand(line: string): WorkflowCommand | undefined {
  const current = /^\s*::(.*?)::(.*?)\s*$/s.exec(line);
  const [, head = '', data = ''] = current ?? /##\[(.*?)\](.*)$/s.exec(line) ?? [];
  const [name = ''] = head.split(' ', 1);
  if (!KNOWN.has(name)) return undefined;
  const separator = current === null ? ';' : ',';
  const pairs = head
    .slice(name.length)
    .trim()
    .split(separator)
    .map(pairOf)
    .filter(([key]) => key !== '');
  return { name, data: unescaped(data), properties: Object.fromEntries(pairs) };
}

export function annotationsIn(commands: readonly WorkflowCommand[]): Annotation[] {
  return commands.flatMap(({ name, data, properties }) => {
    if (name !== 'error' && name !== 'warning' && name !== 'notice') return [];
    const { title, file } = properties;
    const place = { ...(title === undefined ? {} : { title }), ...(file === undefined ? {} : { file }) };
    const numbers = ['line', 'endLine', 'col', 'endColumn'].filter(key => properties[key] !== undefined);
    return [
      {
        level: name,
        message: data,
        ...place,
        ...Object.fromEntries(numbers.map(key => [key, Number(properties[key])])),
      },
    ];
  });
}

/** The values to hide, in the order in which the runner learnt of them. */
export function masksIn(commands: readonly WorkflowCommand[]): string[] {
  return commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? ['', ''] : [text.slice(0, at).trim(), unescaped(text.slice(at + 1), true)];
}

function unescaped(text: string, property = false): string {
  const plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (property ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain).replaceAll('%25', '%');
}
