'use client';
import { useEffect, useState } from 'react';

/** Height of a row in rem, as queue.module.css has it: fixed, so that fresh content moves nothing. */
const ROW_REM = 6.75;

function readHeight(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Height of a row in pixels at the reader's text size, also when that is changed while the list is open. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(readHeight);
  useEffect(() => {
    // Where the reader's text size is set.
    const observer = new MutationObserver(() => setHeight(readHeight()));
    observer.observe(document.documentElement, { attributeFilter: ['data-text-size'] });
    setHeight(readHeight());
    return () => observer.disconnect();
  }, []);
  return height;
}
