'use client';
import { useTranslations } from 'next-intl';

/** The product's mark: a returning arrow that closes into a ring, as a regular customer returns. */
export function BrandMark({ size = '1.75rem', name = true }: { size?: string; name?: boolean }) {
  const t = useTranslations('common');
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '0.5rem',
        fontWeight: 700,
        fontSize: '1.0625rem',
        letterSpacing: '-0.01em',
      }}
    >
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable={false}>
        <rect width="32" height="32" rx="8" fill="var(--dg-accent)" />
        <path d="M22.5 12.2A8 8 0 1 0 24 17" fill="none" stroke="#fff" strokeWidth="2.75" strokeLinecap="round" />
        <path
          d="M18.2 12.6h4.9V7.7"
          fill="none"
          stroke="#fff"
          strokeWidth="2.75"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {name && t('product')}
    </span>
  );
}
