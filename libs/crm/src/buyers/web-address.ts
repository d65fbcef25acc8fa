/** The address as a link opens it, `https://` added where there is no scheme; null unless it is http(s) with a host and no user name. */
export function webAddress(text: string): string | null {
  const trimmed = text.trim();
  const full = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[\w.-]+:\d+/.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  const plainHost = url.hostname.includes('.') && !url.username && !url.password;
  return plainHost && (url.protocol === 'https:' || url.protocol === 'http:') ? full : null;
}

/** Providers whose addresses say nothing about a company. */
const FREE_MAIL = new Set(
  (
    'gmail.com googlemail.com yahoo.com yahoo.co.jp yahoo.co.uk ymail.com hotmail.com hotmail.co.uk outlook.com outlook.jp live.com msn.com icloud.com me.com mac.com aol.com ' +
    'proton.me protonmail.com gmx.de gmx.net gmx.com web.de t-online.de mail.ru yandex.ru yandex.com inbox.ru bk.ru list.ru rambler.ru qq.com foxmail.com 163.com 126.com yeah.net ' +
    'sina.com sohu.com 139.com naver.com hanmail.net daum.net kakao.com nate.com zoho.com mail.com fastmail.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it ' +
    'uol.com.br bol.com.br terra.com.br rediffmail.com seznam.cz wp.pl o2.pl interia.pl abv.bg ukr.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp'
  ).split(' '),
);

/** Where companies have pages that are not their own domain. */
const SHARED_HOSTS =
  /(^|\.)(alibaba|aliexpress|made-in-china|facebook|instagram|linkedin|amazon|shopee|etsy|taobao|tmall|wixsite|myshopify|blogspot|wordpress)\.[a-z.]+$/;

/** The domain that stands for a company, from an e-mail address or a web address; null for free mail and shared hosts. */
export function companyDomain(address: string): string | null {
  const host = address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : hostOf(address);
  const domain =
    host
      ?.trim()
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/\.$/, '') ?? '';
  if (!domain.includes('.') || FREE_MAIL.has(domain) || SHARED_HOSTS.test(domain)) return null;
  return domain;
}

function hostOf(address: string): string | null {
  const full = webAddress(address);
  return full && new URL(full).hostname;
}
