import type { ReactNode } from 'react';
import { ReportsFrame } from '../../../../features/reports/reports-frame.tsx';

export default function ReportsLayout({ children }: { children: ReactNode }) {
  return <ReportsFrame>{children}</ReportsFrame>;
}
