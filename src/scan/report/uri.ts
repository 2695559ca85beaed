/** A path of the repository as a relative URI: every part percent-encoded, none of them able to lead elsewhere. */
export function relativeUri(path: string): string {
  return (
    path
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .split('/')
      .map(part => encodeURIComponent(part).replace(/[!'()*~]/g, percent))
      // No path of git's has such a part; a parser would take it for a step, also in its encoded form.
      .map(part => (part === '.' || part === '..' ? part.replaceAll('.', '%252E') : part))
      .join('/')
      .replace(/^\/+/, '')
  );
}

/** What encodeURIComponent leaves as it is, and Markdown or a parser of URIs may take for something. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
