'use client';
import { Bone, Loading } from '../../components/states.tsx';
import classes from './shell.module.css';

/** Same frame as the shell, so nothing jumps when it arrives. */
export function ShellSkeleton({ onRetry }: { onRetry: () => void }) {
  return (
    <div className={classes.shell}>
      <div className={classes.nav} />
      <div className={classes.main} style={{ padding: '1.75rem 2rem' }}>
        <Loading onRetry={onRetry}>
          <Bone width="14rem" height="2rem" />
          <Bone height="9rem" />
          <Bone height="18rem" />
        </Loading>
      </div>
    </div>
  );
}
