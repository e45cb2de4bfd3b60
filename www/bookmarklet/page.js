/** The page the bookmark is dragged from. */

const mark = /** @type {HTMLAnchorElement} */ (document.querySelector('#mark'));

/** What Firefox keeps of a bookmark, in characters. */
const MOST = 65_536;

/** Only where the whole bookmark is too long a short one is given, which fetches the rest from beside this page. */
if (mark.href.length > MOST && navigator.userAgent.includes('Firefox')) {
  mark.href = loader(new URL('claimlight.js', location.href).href);
  document.querySelector('#inside')?.setAttribute('hidden', '');
  document.querySelector('#loader')?.removeAttribute('hidden');
}
// A click here would mark this page.
mark.addEventListener('click', (event) => event.preventDefault());

document.querySelector('#copy')?.addEventListener('click', async () => {
  await navigator.clipboard.writeText(mark.href);
  /** @type {HTMLOutputElement} */ (document.querySelector('#copied')).textContent = 'Copied.';
});

/** A bookmark that fetches. @param {string} place */
export function loader(place) {
  const refused =
    'Claimlight cannot run here: the security policy of this page lets no script from elsewhere in. The browser extension can.';
  const code = `import(${JSON.stringify(place)}).then((m)=>m.toggle(),()=>alert(${JSON.stringify(refused)}));void 0`;
  return `javascript:${encodeURIComponent(code)}`;
}
