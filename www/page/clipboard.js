/**
 * Copies a text. False where the page or the browser does not allow it; the reader's selection stays as it is.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
