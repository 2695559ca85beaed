import { type CST, Lexer, type LineCounter, Parser } from 'yaml';

/** Files of people are nested ten levels deep; what goes deeper has no end. */
const DEEPEST = 200;

/**
 * Takes YAML apart for a composer, which goes into every level by calling itself: a file of a hundred thousand brackets
 * would end the process.
 *
 * @param lines is told where each line begins
 * @returns undefined when the text is nested deeper than some hundred levels
 */
export function yamlTokens(text: string, lines: LineCounter): CST.Token[] | undefined {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}
