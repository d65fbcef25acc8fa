import type { UploadProblem } from '../upload-refused.error.ts';

/** Languages of the page. The buyer is a stranger abroad: English unless the browser asks for Korean. */
export type PageLanguage = 'en' | 'ko';

/** What the page says; {…} are filled in, here or by its script. */
export interface PageTexts {
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  readonly dropHint: string;
  readonly limits: string;
  readonly kinds: string;
  readonly note: string;
  readonly noteHint: string;
  readonly send: string;
  readonly cancel: string;
  readonly remove: string;
  readonly sending: string;
  readonly finishing: string;
  readonly doneTitle: string;
  readonly done: string;
  readonly more: string;
  readonly goneTitle: string;
  readonly gone: string;
  readonly problemTitle: string;
  readonly back: string;
  readonly received: string;
  readonly privacy: string;
  readonly cancelled: string;
  readonly lost: string;
  readonly problems: Readonly<Record<UploadProblem, string>>;
}

const EN: PageTexts = {
  title: 'Send files to {workspace}',
  intro: '{workspace} asked you for files. Choose them here and press Send. You do not need an account.',
  choose: 'Choose files',
  dropHint: 'You can also drop files here.',
  limits: 'You can send {files} more files: up to {fileMb} MB each, {mb} MB together.',
  kinds: 'Pictures, PDF, Office documents, design files, ZIP and MP4 video are accepted.',
  note: 'Message (optional)',
  noteHint: 'Anything {workspace} should know about these files.',
  send: 'Send',
  cancel: 'Stop',
  remove: 'Remove {name}',
  sending: 'Sending: {percent} %',
  finishing: 'Checking the files. Please wait a moment.',
  doneTitle: 'Thank you',
  done: '{workspace} has received your files: {count}. You can close this page.',
  more: 'Send more files',
  goneTitle: 'This link does not work',
  gone: 'It may have expired or been withdrawn. Please ask the person who sent it to you for a new one.',
  problemTitle: 'Nothing was sent',
  back: 'Try again',
  received: 'Files received through this link so far: {count}.',
  privacy: 'Only the team of {workspace} can see what you send.',
  cancelled: 'Stopped. Nothing was sent.',
  lost: 'The connection was lost. Your files are still on this page: press Send again. Nothing will arrive twice.',
  problems: {
    LINK_GONE: 'This link no longer works. Please ask for a new one.',
    NO_FILES: 'Please choose at least one file.',
    TOO_MANY_FILES: 'These are too many files. Please send fewer, or put them into one ZIP file.',
    FILE_TOO_LARGE: '"{file}" is larger than {fileMb} MB. Please send a smaller version.',
    TOO_LARGE_TOGETHER: 'The files are too large together. Please send fewer or smaller ones.',
    FILE_TYPE:
      '"{file}" is empty, or of a type that cannot be accepted. Please remove it or send it as PDF, picture or ZIP.',
    BAD_FORM: 'The files did not arrive whole. Please send them again.',
    RATE_LIMITED: 'There were too many attempts. Please wait a minute and try again.',
    UNAVAILABLE: 'Something went wrong on our side. Please try again in a moment.',
  },
};

const KO: PageTexts = {
  title: '{workspace}에 파일 보내기',
  intro: '{workspace}에서 파일을 요청했습니다. 파일을 고르고 보내기를 누르세요. 가입이나 로그인은 필요 없습니다.',
  choose: '파일 선택',
  dropHint: '파일을 여기에 끌어다 놓아도 됩니다.',
  limits: '파일 {files}개를 더 보낼 수 있습니다. 하나에 {fileMb} MB, 모두 합해 {mb} MB까지입니다.',
  kinds: '사진, PDF, 오피스 문서, 디자인 파일, ZIP, MP4 동영상을 받습니다.',
  note: '메시지 (선택)',
  noteHint: '파일에 대해 {workspace}에 알릴 내용을 적어 주세요.',
  send: '보내기',
  cancel: '중단',
  remove: '{name} 빼기',
  sending: '보내는 중: {percent} %',
  finishing: '파일을 확인하고 있습니다. 잠시 기다려 주세요.',
  doneTitle: '감사합니다',
  done: '{workspace}에서 파일 {count}개를 받았습니다. 이 화면은 닫아도 됩니다.',
  more: '파일 더 보내기',
  goneTitle: '사용할 수 없는 링크입니다',
  gone: '기간이 지났거나 취소된 링크일 수 있습니다. 링크를 보낸 담당자에게 새 링크를 요청해 주세요.',
  problemTitle: '파일을 보내지 못했습니다',
  back: '다시 시도',
  received: '지금까지 이 링크로 받은 파일: {count}개',
  privacy: '보낸 파일은 {workspace} 담당자만 볼 수 있습니다.',
  cancelled: '중단했습니다. 보낸 파일이 없습니다.',
  lost: '연결이 끊겼습니다. 고른 파일은 그대로 있으니 보내기를 다시 누르세요. 두 번 전달되지 않습니다.',
  problems: {
    LINK_GONE: '더 이상 사용할 수 없는 링크입니다. 새 링크를 요청해 주세요.',
    NO_FILES: '파일을 하나 이상 골라 주세요.',
    TOO_MANY_FILES: '파일이 너무 많습니다. 수를 줄이거나 ZIP 파일 하나로 묶어 주세요.',
    FILE_TOO_LARGE: '"{file}" 파일이 {fileMb} MB보다 큽니다. 더 작은 파일로 보내 주세요.',
    TOO_LARGE_TOGETHER: '파일을 모두 합한 크기가 너무 큽니다. 수나 크기를 줄여 주세요.',
    FILE_TYPE: '"{file}" 파일은 비어 있거나 받을 수 없는 형식입니다. 빼거나 PDF, 사진, ZIP으로 보내 주세요.',
    BAD_FORM: '파일이 온전히 도착하지 않았습니다. 다시 보내 주세요.',
    RATE_LIMITED: '시도가 너무 많았습니다. 1분 뒤에 다시 시도해 주세요.',
    UNAVAILABLE: '서버에 문제가 생겼습니다. 잠시 뒤에 다시 시도해 주세요.',
  },
};

export const PAGE_TEXTS: Readonly<Record<PageLanguage, PageTexts>> = { en: EN, ko: KO };

/** The page's language for a browser: what it wants most of the two, by its Accept-Language header. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '').split(',').flatMap((entry) => {
    const [range = '', ...params] = entry.trim().toLowerCase().split(';');
    const language = range.split('-', 1)[0];
    const quality = Number(
      params
        .find((param) => param.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return (language === 'en' || language === 'ko') && quality > 0 ? [{ language, quality } as const] : [];
  });
  return wanted.toSorted((left, right) => right.quality - left.quality)[0]?.language ?? 'en';
}

/** Puts words into a text of the page. */
export function said(text: string, words: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
}
