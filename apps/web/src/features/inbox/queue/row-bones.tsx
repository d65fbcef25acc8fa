import { Bone } from '../../../components/states.tsx';
import classes from './queue.module.css';

/** Skeleton of the list, row for row as high as the rows that will come. */
export function RowBones() {
  return (
    <>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className={classes.bones}>
          <Bone width="55%" height="1.125rem" />
          <Bone height="0.875rem" />
          <Bone width="70%" height="0.875rem" />
        </div>
      ))}
    </>
  );
}
