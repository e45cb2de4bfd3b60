/** Whether a page has become another: it went on to another address, or wrote itself anew, as by `document.write`. */

/** @returns {() => boolean} tells whether it has since it was asked last */
export function pageWatch() {
  let [place, root] = here();
  return () => {
    const [before, rootBefore] = [place, root];
    [place, root] = here();
    return place !== before || root !== rootBefore;
  };
}

/** What names a page, which a fragment does not, and what it is drawn on. @returns {[string, HTMLElement]} */
function here() {
  const { pathname, search } = location;
  return [pathname + search, document.documentElement];
}
