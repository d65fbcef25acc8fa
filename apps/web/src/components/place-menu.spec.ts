import fc from 'fast-check';
import { placeMenu } from './place-menu.ts';

const view = { width: 1000, height: 800 };
const button = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 40 });
const menu = { width: 200, height: 300 };

describe('placeMenu', () => {
  it('opens below its button, edges in line', () => {
    expect(placeMenu(button(100, 100), menu, view, 'bottom', 'start')).toEqual({ left: 100, top: 144 });
    expect(placeMenu(button(500, 100), menu, view, 'bottom', 'end')).toEqual({ left: 400, top: 144 });
  });
  it('takes the other side where it does not fit', () => {
    expect(placeMenu(button(100, 700), menu, view, 'bottom', 'start')).toEqual({ left: 100, top: 396 });
    expect(placeMenu(button(100, 50), menu, view, 'top', 'start')).toEqual({ left: 100, top: 94 });
  });
  it('never leaves the window', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 760 }),
        fc.constantFrom<'top' | 'bottom'>('top', 'bottom'),
        fc.constantFrom<'start' | 'end'>('start', 'end'),
        (left, top, side, align) => {
          const place = placeMenu(button(left, top), menu, view, side, align);
          return place.left >= 8 && place.left + menu.width <= 992 && place.top >= 8 && place.top + menu.height <= 792;
        },
      ),
    ));
});
