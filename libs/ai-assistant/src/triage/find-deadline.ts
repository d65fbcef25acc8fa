const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY =
  '(?:(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|today|end of (?:the |this |next )?(?:month|week|year)|(?:this|next) (?:week|month))';
const DATE = `(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|${MONTH}\\b)`;

/** Each captures the words of the deadline; the first that matches wins. */
const PATTERNS: RegExp[] = [
  new RegExp(
    `\\b((?:before|until|not later than|no later than|latest|till)\\s+(?:the )?(?:end of )?(?:${DATE}|${DAY}))`,
    'iu',
  ),
  new RegExp(`\\bby\\s+(?:the )?((?:end of )?(?:${DATE}|${DAY}))`, 'iu'),
  /\b((?:with)?in (?:the next )?\d{1,3} (?:days|weeks|months)(?! (?:after|after i|from receipt)))/iu,
  new RegExp(
    `\\b(?:closes?|event|fair|exhibition|launch|booking|needed|need it|deadline|due|opens?|starts?)\\b[^.?!]{0,30}?\\b(?:on |is )?(${DATE}|${DAY})`,
    'iu',
  ),
  /((?:\d{1,2}월\s*(?:\d{1,2}일|말|초|중순)?|이번\s?주|다음\s?주|이번\s?달|다음\s?달|\d{1,2}주|\d{1,3}일|월말|연말)\s*(?:까지|이내|안에|전까지|전에))/u,
  /((?:\d{1,2}月(?:\d{1,2}[日号]|底|初|中旬)?|本周|下周|这个月|下个月|月底|年底|\d{1,3}天|[一二两三四\d]{1,2}(?:周|个?星期|个月))(?:之前|以前|前|内|以内))/u,
  /((?:antes del?|hasta el?|para el|a m[aá]s tardar el?)\s+(?:\d{1,2}(?:\s+de\s+\p{L}+)?|pr[oó]ximo \p{L}+|lunes|martes|mi[eé]rcoles|jueves|viernes|fin de mes|\p{L}*(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))|en \d{1,2} (?:d[ií]as|semanas)(?= (?:necesit|para|lo|antes)))/iu,
  /((?:до|к|не позднее)\s+(?:\d{1,2}(?:-?го)?\s+\p{L}+|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?|конца (?:месяца|недели|года)|(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*|понедельник\p{L}*|пятниц\p{L}*)|(?:через|в течение) \d{1,2} (?:дн|недел|месяц)\p{L}*)/iu,
  /((?:قبل|حتى|بحلول)\s+(?:\d{1,2}\s+\p{L}+|نهاية (?:الشهر|الأسبوع|السنة)|رمضان|شهر \p{L}+)|خلال\s+(?:\d{1,2}\s+)?(?:أيام|يوم|يوما|أسبوع|أسبوعين|أسابيع|شهر|شهرين))/u,
  /\b((?:bis(?: zum| sp[aä]testens)?|vor dem|sp[aä]testens(?: am| bis)?)\s+(?:\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.(?:\d{2,4})?)|ende (?:des monats|der woche|\p{L}+)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:januar|februar|m[aä]rz|april|mai|juni|juli|august|september|oktober|november|dezember))|innerhalb von \d{1,2} (?:tagen|wochen)|in \d{1,2} (?:tagen|wochen))/iu,
];
/** A condition ("if we approve by Friday") and an approval date are not when the buyer needs the goods. */
const CONDITION = /\bif (?:we|i)\b[^,?]{0,50}$/iu;

/** The buyer's literal words for when they need it, or null. */
export function findDeadline(text: string): string | null {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text);
    if (found?.[1] && !CONDITION.test(text.slice(0, found.index))) return found[1].trim();
  }
  return null;
}
