import type { ComponentType, SVGProps } from 'react';
import {
  BookIcon,
  BuyersIcon,
  HomeIcon,
  InboxIcon,
  PipelineIcon,
  ProductsIcon,
  ReportsIcon,
  SamplesIcon,
  SettingsIcon,
} from '../../components/icons.tsx';
import type { Permission } from '../../platform/viewer/viewer-provider.tsx';

export interface Destination {
  name: 'home' | 'inbox' | 'pipeline' | 'buyers' | 'samples' | 'products' | 'knowledge' | 'reports' | 'settings';
  segments: readonly string[];
  keys: string;
  icon: ComponentType<SVGProps<SVGSVGElement>>;
  needs: Permission;
}

/** The navigation: only routes that work. */
export const DESTINATIONS: readonly Destination[] = [
  { name: 'home', segments: [], keys: 'g h', icon: HomeIcon, needs: 'home:read' },
  { name: 'inbox', segments: ['inbox'], keys: 'g i', icon: InboxIcon, needs: 'inbox:read' },
  { name: 'pipeline', segments: ['pipeline'], keys: 'g p', icon: PipelineIcon, needs: 'buyer:read' },
  { name: 'buyers', segments: ['buyers'], keys: 'g b', icon: BuyersIcon, needs: 'buyer:read' },
  { name: 'samples', segments: ['samples'], keys: 'g s', icon: SamplesIcon, needs: 'sample:read' },
  { name: 'products', segments: ['products'], keys: 'g u', icon: ProductsIcon, needs: 'product:read' },
  { name: 'knowledge', segments: ['knowledge'], keys: 'g k', icon: BookIcon, needs: 'knowledge:read' },
  { name: 'reports', segments: ['reports'], keys: 'g t', icon: ReportsIcon, needs: 'report:read' },
  { name: 'settings', segments: ['settings'], keys: 'g e', icon: SettingsIcon, needs: 'workspace:read' },
];

/** The destination that a path belongs to. */
export function destinationOf(pathname: string): Destination['name'] {
  const segment = pathname.split('/')[3] ?? '';
  if (segment === 'imports') return 'settings'; // listed there, though it is a page of its own
  return DESTINATIONS.find(({ segments }) => segments[0] === segment)?.name ?? 'home';
}
