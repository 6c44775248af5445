import { useApp } from '../explorer-context.ts';

/** Says that the browser keeps nothing, where it does not. */
export function KeepFault() {
  const fault = useApp((state) => state.workbench.keepFault);
  if (fault === null) return null;
  return (
    <p className="keep-fault" role="alert">
      {fault}
    </p>
  );
}
