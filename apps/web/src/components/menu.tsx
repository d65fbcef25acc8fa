'use client';
import Link from 'next/link';
import {
  type KeyboardEvent,
  type ReactNode,
  type ToggleEvent,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { CheckIcon } from './icons.tsx';
import classes from './menu.module.css';
import { placeMenu } from './place-menu.ts';

/** Goes onto the button that opens the menu. */
export interface MenuTrigger {
  popoverTarget: string;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
}

const CloseContext = createContext<() => void>(() => undefined);
const ITEMS = '[role^="menuitem"]:not([aria-disabled="true"])';

/**
 * A menu on the browser's own popover: it lies above everything, and Esc or a click beside it closes it. Arrow keys, Home and End move.
 * `opened` and `onChange` are for those who open it by a shortcut.
 */
export function Menu({
  trigger,
  label,
  side = 'bottom',
  align = 'start',
  width = '15rem',
  opened,
  onChange,
  children,
}: {
  trigger: (props: MenuTrigger) => ReactNode;
  /** Name of the menu for those who hear it. */
  label: string;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  width?: string;
  opened?: boolean;
  onChange?: (opened: boolean) => void;
  children: ReactNode;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);
  const close = useCallback(() => menu.current?.hidePopover(), []);

  useEffect(() => {
    if (opened !== undefined) menu.current?.togglePopover(opened);
  }, [opened]);

  useLayoutEffect(() => {
    const button = anchor.current?.firstElementChild;
    if (!shown || !menu.current || !button) return undefined;
    const { left, top } = placeMenu(
      button.getBoundingClientRect(),
      menu.current.getBoundingClientRect(),
      { width: window.innerWidth, height: window.innerHeight },
      side,
      align,
    );
    menu.current.style.left = `${left}px`;
    menu.current.style.top = `${top}px`;
    // The event comes late: who has walked on from the first item meanwhile is not thrown back to it.
    if (!menu.current.contains(document.activeElement))
      (
        menu.current.querySelector<HTMLElement>('[aria-checked="true"]') ??
        menu.current.querySelector<HTMLElement>(ITEMS)
      )?.focus();
    window.addEventListener('resize', close);
    return () => window.removeEventListener('resize', close);
  }, [shown, side, align, close]);

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    setShown(event.newState === 'open');
    onChange?.(event.newState === 'open');
  };

  return (
    <>
      <span ref={anchor} className={classes.anchor}>
        {trigger({ popoverTarget: id, 'aria-haspopup': 'menu', 'aria-expanded': shown })}
      </span>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={classes.menu}
        style={{ width }}
        onToggle={onToggle}
        onKeyDown={(event) => moveFocus(event, close)}
      >
        <CloseContext value={close}>{children}</CloseContext>
      </div>
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, close: () => void) {
  if (event.key === 'Tab') return close();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined || items.length === 0) return undefined;
  event.preventDefault();
  return items[next % items.length]?.focus();
}

interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  onClick?: () => void;
  href?: string;
  /** Another workspace or site: a whole page load. */
  external?: boolean;
  /** Makes it one of a choice, told by a mark and not by colour alone. */
  checked?: boolean;
  danger?: boolean;
  lang?: string;
}

export function MenuItem({
  children,
  icon,
  onClick,
  href,
  external = false,
  checked,
  danger = false,
  lang,
}: MenuItemProps) {
  const close = useContext(CloseContext);
  const act = () => {
    close();
    onClick?.();
  };
  const body = (
    <>
      {icon}
      <span className={classes.text}>{children}</span>
      {checked && <CheckIcon />}
    </>
  );
  const shared = { className: classes.item, tabIndex: -1, lang, 'data-danger': danger || undefined };
  if (href !== undefined) {
    const link = {
      ...shared,
      role: 'menuitem',
      href,
      onClick: act,
      'aria-current': checked ? ('true' as const) : undefined,
    };
    return external ? <a {...link}>{body}</a> : <Link {...link}>{body}</Link>;
  }
  return (
    <button
      type="button"
      {...shared}
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      onClick={act}
    >
      {body}
    </button>
  );
}

/** Heading of a part of a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div className={classes.label} role="presentation">
      {children}
    </div>
  );
}

export function MenuDivider() {
  return <div role="separator" className={classes.divider} />;
}
