const LONGEST_SHOWN = 20_000;

/** JSON indented; anything else as it came. Control characters become visible, and a huge body is cut with a mark. */
export function readableBody(body: string): string {
  let text = body;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Not JSON: often the very reason why it is here.
  }
  const visible = text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return visible.length > LONGEST_SHOWN ? `${visible.slice(0, LONGEST_SHOWN)}\n…` : visible;
}
