import { useEffect, useState } from 'react';

/** True once an element has been on the page for a while. */
export function useIsLate(afterMs: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), afterMs);
    return () => window.clearTimeout(timer);
  }, [afterMs]);
  return isLate;
}
