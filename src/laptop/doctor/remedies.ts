import { SCOPES } from '../block-body.js';
import { parseConfigFile } from '../config-file.js';
import { endedCopies, withoutCopies } from '../copied-keys.js';
import { newlineOf } from '../managed-block.js';
import { commented } from './profiles.js';

/** One replacement in a text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The configuration file with what can be mended without a question: comments behind values go onto lines of their
 * own, and sessions get the scope that renewal needs. Everything else stays to the byte.
 */
export function mendedConfig(text: string): string {
  const newline = newlineOf(text);
  const sections = parseConfigFile(text);
  const comments = sections.flatMap(section =>
    commented(section).map(({ start, end, comment = '' }): Edit => {
      const line = text.slice(start, end);
      const [first = ''] = line.split(/\r?\n/);
      const rest = line.slice(first.length);
      const value = first.slice(0, first.lastIndexOf(comment)).trimEnd();
      return { start, end, text: `${comment}${newline}${value}${rest}` };
    }),
  );
  const scopes = sections
    .filter(
      ({ kind, settings }) =>
        kind === 'sso-session' && !settings.some(({ key }) => key === 'sso_registration_scopes'),
    )
    .flatMap(({ settings }): readonly Edit[] => {
      const last = settings.find(({ key }) => key === 'sso_region') ?? settings.at(-1);
      if (last === undefined) return [];
      const line = `sso_registration_scopes = ${SCOPES}`;
      const ends = text.slice(0, last.end).endsWith('\n');
      return [{ start: last.end, end: last.end, text: ends ? line + newline : newline + line }];
    });
  return edited(text, [...comments, ...scopes]);
}

/** The credentials file without the copies of ours that have ended. */
export function mendedCredentials(text: string, now: Date): string | undefined {
  return withoutCopies(
    text,
    endedCopies(text, now).map(({ name }) => name),
  );
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((rest, { start, end, text: piece }) => rest.slice(0, start) + piece + rest.slice(end), text);
}
