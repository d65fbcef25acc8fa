import type { ReactNode, SVGProps } from 'react';

/** Line icons on a 24-unit grid. Decorative: the text or label beside them carries the meaning. */
function icon(paths: ReactNode) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg
        width="1.25em"
        height="1.25em"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        focusable={false}
        {...props}
      >
        {paths}
      </svg>
    );
  };
}

export const HomeIcon = icon(<path d="M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z" />);
export const InboxIcon = icon(
  <path d="M4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20M6.3 5h11.4L20 13.5V18a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-4.5z" />,
);
export const BuyersIcon = icon(
  <path d="M9 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.5 19c0-3 2.3-5 5.5-5s5.5 2 5.5 5M15.5 5.4a3 3 0 0 1 0 5.7M17 14.3c2.2.6 3.5 2.3 3.5 4.7" />,
);
export const PipelineIcon = icon(<path d="M4.5 5h4v14h-4zM10 5h4v9h-4zM15.5 5h4v11.5h-4z" />);
export const SamplesIcon = icon(<path d="M12 4.5 19 8v8l-7 3.5L5 16V8zM5 8l7 3.5L19 8M12 11.5v8" />);
export const ProductsIcon = icon(<path d="M4.5 5h6v6h-6zM13.5 5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 16.5h6M16.5 13.5v6" />);
export const ReportsIcon = icon(<path d="M5 19.5h14M7 16v-4.5M12 16V6M17 16v-7.5" strokeWidth={2} />);
export const SettingsIcon = icon(<path d="M5 7h8M17 7h2M5 17h2M11 17h8M15 4.75v4.5M9 14.75v4.5M5 12h14" />);
export const SearchIcon = icon(<path d="M10.75 16.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5zM15 15l4.5 4.5" />);
export const ChevronDownIcon = icon(<path d="m7 10 5 5 5-5" />);
export const ChevronRightIcon = icon(<path d="m10 7 5 5-5 5" />);
export const ChevronLeftIcon = icon(<path d="m14 7-5 5 5 5" />);
export const CloseIcon = icon(<path d="m7 7 10 10M17 7 7 17" />);
export const CheckIcon = icon(<path d="m5.5 12.5 4.25 4.25L18.5 8" />);
export const CopyIcon = icon(<path d="M9 9h9.5v10H9zM15 9V5H5.5v10H9" />);
export const EditIcon = icon(<path d="M5 19l1-4L15.5 5.5l3 3L9 18zM13 8l3 3" />);
export const PlusIcon = icon(<path d="M12 5.5v13M5.5 12h13" />);
export const AlertIcon = icon(<path d="M12 4.5 20.5 19h-17zM12 10v4M12 16.6v.01" />);
export const InfoIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8v.01" />);
export const ClockIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.5V12l3 2" />);
export const UserIcon = icon(
  <path d="M12 12a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM5 19.5c.4-3.3 3.2-5 7-5s6.6 1.7 7 5" />,
);
export const SignOutIcon = icon(<path d="M10 5H5.5v14H10M9.5 12H19M15.5 8l4 4-4 4" />);
export const SparkIcon = icon(
  <path d="M12 4c.7 4.7 3.3 7.3 8 8-4.7.7-7.3 3.3-8 8-.7-4.7-3.3-7.3-8-8 4.7-.7 7.3-3.3 8-8z" />,
);
export const SendIcon = icon(<path d="M4.5 12 19.5 5l-5 15-3-6.5zM11.5 13.5 19.5 5" />);
export const NoteIcon = icon(<path d="M5 5h14v9l-5 5H5zM14 19v-5h5M8.5 9.5h7M8.5 13h3" />);
export const GlobeIcon = icon(
  <path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c2.5 2.3 3.5 5 3.5 8s-1 5.7-3.5 8c-2.5-2.3-3.5-5-3.5-8s1-5.7 3.5-8z" />,
);
export const LinkIcon = icon(
  <path d="M10 14a3.5 3.5 0 0 0 5 0l3.5-3.5a3.5 3.5 0 0 0-5-5L12 7M14 10a3.5 3.5 0 0 0-5 0l-3.5 3.5a3.5 3.5 0 0 0 5 5L12 17" />,
);
export const KeyIcon = icon(<path d="M8 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM11.5 13H20v3.5M16.5 13v2.5" />);
export const KeyboardIcon = icon(
  <path d="M3.5 7h17v10.5h-17zM7 10.5v.01M10.3 10.5v.01M13.7 10.5v.01M17 10.5v.01M8 14.25h8" />,
);
export const BookIcon = icon(
  <path d="M5 5.5c2.5-1 5-.7 7 .8 2-1.5 4.5-1.8 7-.8v13c-2.5-1-5-.7-7 .8-2-1.5-4.5-1.8-7-.8zM12 6.3v13" />,
);
export const FilterIcon = icon(<path d="M4.5 6.5h15l-6 7v5l-3-1.5v-3.5z" />);
export const BackIcon = icon(<path d="M19 12H5.5M11 6l-6 6 6 6" />);
export const MoreIcon = icon(<path d="M5.5 12v.01M12 12v.01M18.5 12v.01" strokeWidth={2.75} />);
export const ShieldIcon = icon(<path d="M12 4.5 18.5 7v5c0 4-2.7 6.5-6.5 7.8C8.2 18.5 5.5 16 5.5 12V7z" />);
export const ArrowDownIcon = icon(<path d="M12 5v13.5M6.5 13 12 18.5 17.5 13" />);
export const ClipIcon = icon(
  <path d="m18.5 11-6.8 6.8a4 4 0 0 1-5.7-5.7l7.2-7.1a2.7 2.7 0 0 1 3.8 3.8l-7.1 7.1a1.35 1.35 0 0 1-1.9-1.9l6.3-6.3" />,
);
export const PhoneIcon = icon(
  <path d="M6.5 4.5h3l1.3 3.6-1.9 1.4a11 11 0 0 0 5.6 5.6l1.4-1.9 3.6 1.3v3a1.5 1.5 0 0 1-1.6 1.5A13.9 13.9 0 0 1 5 6.1a1.5 1.5 0 0 1 1.5-1.6z" />,
);
export const ImageIcon = icon(
  <path d="M5 5h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 15.5l4.5-4.5 4 4 2.5-2.5 5 5M15 9.25h.01" />,
);
export const FileIcon = icon(<path d="M13.5 4H7a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8.5zM13.5 4v4.5H18" />);
export const SnoozeIcon = icon(
  <path d="M9 9.5h6l-6 6h6M12 20.5a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 5.5 6.5 3M20 5.5 17.5 3" />,
);
export const DownloadIcon = icon(<path d="M12 4.5v10.5M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14" />);
export const UploadIcon = icon(<path d="M12 15.5V5M7.5 9 12 4.5 16.5 9M5 19.5h14" />);
export const SelectIcon = icon(
  <path
    d="M4.5 6.5 6 8l2.5-3M4.5 13 6 14.5 8.5 11.5M4.5 19.5 6 21l2.5-3M12 7h8M12 13.5h8M12 20h8"
    transform="translate(0 -1.2)"
  />,
);
