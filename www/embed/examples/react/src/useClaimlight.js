import { start } from 'claimlight';
import { useEffect, useState } from 'react';

/** Marks the page while the component is shown, anew for each `story`; how many claims have no source, when it is known. */
export function useClaimlight(story) {
  const [n_unsourced, setUnsourced] = useState();
  useEffect(() => {
    const stopper = new AbortController();
    start({ panel: 'small', signal: stopper.signal }).then(
      ({ report }) => setUnsourced(report?.claims.filter(({ support }) => support === 'none').length),
      // Stopped before it had begun.
      () => {},
    );
    return () => stopper.abort();
  }, [story]);
  return n_unsourced;
}
