interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Between button and menu, and between menu and the edge of the window. */
const GAP_PX = 4;
const EDGE_PX = 8;

/** Where a menu of this size goes: on the wanted side when it fits there, else on the other, always inside the window. */
export function placeMenu(
  button: Box,
  menu: { width: number; height: number },
  view: { width: number; height: number },
  side: 'top' | 'bottom',
  align: 'start' | 'end',
): { left: number; top: number } {
  const below = button.bottom + GAP_PX;
  const above = button.top - GAP_PX - menu.height;
  const fits = { bottom: below + menu.height <= view.height - EDGE_PX, top: above >= EDGE_PX };
  const chosen = fits[side]
    ? side
    : fits[side === 'top' ? 'bottom' : 'top']
      ? side === 'top'
        ? 'bottom'
        : 'top'
      : side;
  const wantedLeft = align === 'start' ? button.left : button.right - menu.width;
  const inside = (at: number, size: number, space: number) => Math.max(EDGE_PX, Math.min(at, space - EDGE_PX - size));
  return {
    left: inside(wantedLeft, menu.width, view.width),
    top: inside(chosen === 'bottom' ? below : above, menu.height, view.height),
  };
}
