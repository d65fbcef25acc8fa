'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { AlertIcon } from '../../components/icons.tsx';
import classes from './home.module.css';

/** Something other than an inquiry that needs a person, with the way to where it is put right. */
export function WarningRow({ text, action, href }: { text: string; action: string; href: string }) {
  return (
    <li className={classes.warning}>
      <AlertIcon className={classes.warningIcon} />
      <span className={classes.warningText}>{text}</span>
      <Button component={Link} href={href} className={classes.answer} data-walk>
        {action}
      </Button>
    </li>
  );
}
