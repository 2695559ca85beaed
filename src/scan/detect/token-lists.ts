import { type Joined, without } from './joins.js';
import { HEAD_OF_BEDROCK_KEY, HEAD_OF_SESSION_TOKEN, HEAD_OF_SHORT_TERM_KEY } from './token-heads.js';

const QUOTE = '["\'`]';
/** From one literal of a list to the next, which holds one word. */
const NEXT = new RegExp(`${QUOTE}\\s{0,40},\\s{0,40}${QUOTE}(?=([A-Za-z0-9+/]{1,200})={0,2}${QUOTE})`, 'g');
/** The first line of a token: shorter than any that is whole, so that nothing follows one of these. */
const FIRST = new RegExp(
  `${QUOTE}(${HEAD_OF_BEDROCK_KEY}[A-Za-z0-9+/]{28,124}|(?:${HEAD_OF_SHORT_TERM_KEY}|${HEAD_OF_SESSION_TOKEN})[A-Za-z0-9+/]{20,180})$`,
);
const LONGEST = 201;

/**
 * Puts the lines of a token together that stand in a list: all of one width, but the last. No word says that they
 * belong together; that the first begins as a token does.
 */
export function joinTokenLists(text: string): Joined | undefined {
  let [width, begin] = [0, -1];
  return without(NEXT, text, ({ 0: gap, 1: next = '', index }) => {
    const isNext = index - width === begin;
    if (!isNext) width = FIRST.exec(text.slice(Math.max(0, index - LONGEST), index))?.[1]?.length ?? 0;
    begin = next.length <= width ? index + gap.length : -1;
    return begin < 0 ? 0 : gap.length;
  });
}
