import { stripVTControlCharacters } from 'node:util';
import { workflowCommand } from '../../__tests__/support/workflow-commands.js';

const PLACE = '  ';
const LOG = `${PLACE}│ `;

/** What the demo writes: headings, words, commands, and the logs of steps as GitHub shows them. */
export class Terminal {
  readonly #colours: boolean;
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void, colours: boolean) {
    this.#write = write;
    this.#colours = colours;
  }

  heading(number: number, text: string): void {
    this.#line(`\n${this.#paint('1', `${number}. ${text}`)}\n`);
  }

  say(text: string): void {
    this.#line(text.replace(/^(?=.)/gm, PLACE));
  }

  command(text: string): void {
    this.#line(`${PLACE}${this.#paint('2', '$')} ${text}`);
  }

  told(text: string): void {
    this.#line(`${PLACE}${this.#paint('32', '✓')} ${text}`);
  }

  untold(text: string): void {
    this.#line(`${PLACE}${this.#paint('31', '✗')} ${text}`);
  }

  /** A step's output with its workflow commands carried out: masks and state are not shown, annotations are. */
  log(output: string): void {
    const lines = output.split(/\r?\n/).flatMap(line => this.#shown(line));
    while (lines.at(-1)?.trim() === '') lines.pop();
    for (const line of lines) this.#line(`${this.#paint('2', LOG)}${line}`);
  }

  /** Lines of a file that a step wrote. */
  excerpt(text: string): void {
    for (const line of text.trim().split('\n')) this.#line(`${this.#paint('2', LOG)}${line}`);
  }

  #shown(line: string): string[] {
    const command = workflowCommand(line);
    if (command === undefined) return [stripVTControlCharacters(line)];
    const { name, data, properties } = command;
    if (name === 'error' || name === 'warning' || name === 'notice') {
      const place = properties['file'] === undefined ? '' : `${properties['file']}:${properties['line']}: `;
      const level = this.#paint(name === 'error' ? '31' : '33', `${name[0]?.toUpperCase()}${name.slice(1)}`);
      return `${level}: ${place}${data}`.split('\n');
    }
    return name === 'group' ? [data] : [];
  }

  #line(text: string): void {
    this.#write(`${text}\n`);
  }

  #paint(code: string, text: string): string {
    return this.#colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
