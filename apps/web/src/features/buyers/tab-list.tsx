'use client';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './tab-list.module.css';

interface TabListProps<Name extends string> {
  /** Prefix of the ids that tie tabs to their panel. */
  id: string;
  label: string;
  tabs: readonly { name: Name; text: string }[];
  selected: Name;
  onSelect: (name: Name) => void;
  /** Stands behind the tabs, for instance a way to close them. */
  end?: ReactNode;
}

/** Tabs over one panel; the arrow keys walk and select, as people who use a keyboard expect of tabs. */
export function TabList<const Name extends string>({ id, label, tabs, selected, onSelect, end }: TabListProps<Name>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === selected);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs[next % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.name);
    document.getElementById(tabId(id, tab.name))?.focus();
  };
  return (
    <div className={classes.bar}>
      <div role="tablist" aria-label={label} className={classes.tabs} onKeyDown={onKeyDown}>
        {tabs.map(({ name, text }) => (
          <button
            key={name}
            id={tabId(id, name)}
            type="button"
            role="tab"
            aria-selected={name === selected}
            aria-controls={name === selected ? panelId(id, name) : undefined}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => onSelect(name)}
          >
            {text}
          </button>
        ))}
      </div>
      {end}
    </div>
  );
}

/** The panel of the selected tab. */
export function TabPanel({
  id,
  name,
  className,
  children,
}: {
  id: string;
  name: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div id={panelId(id, name)} role="tabpanel" aria-labelledby={tabId(id, name)} tabIndex={0} className={className}>
      {children}
    </div>
  );
}

export const tabId = (id: string, name: string) => `${id}-tab-${name}`;
const panelId = (id: string, name: string) => `${id}-panel-${name}`;
