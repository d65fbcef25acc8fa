export type FileKind = 'image' | 'pdf' | 'sheet' | 'document' | 'archive' | 'audio' | 'video' | 'other';

const BY_ENDING: Record<Exclude<FileKind, 'other'>, RegExp> = {
  image: /\.(?:png|jpe?g|gif|webp|bmp|tiff?|heic|avif|svg)$/i,
  pdf: /\.pdf$/i,
  sheet: /\.(?:xlsx?|xlsm|xlsb|csv|ods|numbers)$/i,
  document: /\.(?:docx?|docm|hwpx?|odt|rtf|txt|pptx?|pptm|odp|pages|key)$/i,
  archive: /\.(?:zip|7z|rar|tar|gz|tgz|bz2|xz|alz|egg)$/i,
  audio: /\.(?:mp3|m4a|wav|ogg|flac|aac)$/i,
  video: /\.(?:mp4|mov|avi|mkv|webm|wmv)$/i,
};
const BY_TYPE: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\//i, 'image'],
  [/^audio\//i, 'audio'],
  [/^video\//i, 'video'],
  [/^application\/pdf$/i, 'pdf'],
  [/spreadsheet|ms-excel|^text\/csv/i, 'sheet'],
  [/wordprocessing|msword|presentation|hwp|^text\/|rtf/i, 'document'],
  [/zip|compressed|x-tar|x-rar/i, 'archive'],
];

/** Endings of files that run when they are opened, on some system: programs, scripts, shortcuts, disk images, documents with macros, pages. */
const RUNS =
  /\.(?:exe|com|scr|pif|cpl|msi|msp|msix|appx|bat|cmd|ps1|psm1|vbs?|vbe|js|jse|mjs|wsf|wsh|hta|jar|lnk|url|reg|inf|iso|img|vhdx?|dmg|pkg|app|command|apk|sh|bash|py|rb|pl|elf|run|deb|rpm|docm|dotm|xlsm|xlsb|xlam|pptm|ppam|html?|xhtml|mht|mhtml|svg|swf|one|chm|gadget|library-ms)$/i;

/** What a file is for its reader; its name decides, and its stated type where the name says nothing. */
export function fileKind(name: string, contentType: string): FileKind {
  const trimmed = name.trim();
  const ending = (Object.keys(BY_ENDING) as (keyof typeof BY_ENDING)[]).find((kind) => BY_ENDING[kind].test(trimmed));
  return ending ?? BY_TYPE.find(([type]) => type.test(contentType))?.[1] ?? 'other';
}

/** Whether opening the file can run something: by its last ending, whatever stands before it ("offer.pdf.exe"). */
export function mayRun(name: string): boolean {
  // Systems drop dots and spaces at the end; marks that turn the writing direction hide the real ending.
  return RUNS.test(name.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '').replace(/[\s.]+$/, ''));
}
