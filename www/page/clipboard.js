/**
 * Copies a text, also one that is still being written: the browser holds the reader's click until it is there. False where the page or the browser does not allow it; the reader's selection stays as it is.
 * @param {string | Promise<Blob>} text
 */
export async function copyText(text) {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else if (!navigator.clipboard.write) await navigator.clipboard.writeText(await (await text).text());
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then(plain) })]);
    return true;
  } catch {
    return false;
  }
}

/** @param {Blob} text */
function plain(text) {
  return text.slice(0, text.size, 'text/plain');
}
