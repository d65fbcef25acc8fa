/** What stands below every message that no person sent (policy of UX 4, Disclosure): that it is automatic, and that a person is there. */
const DISCLOSURES: Readonly<Record<string, string>> = {
  en: 'This is an automatic message. Reply to it and a person of our team will answer you.',
  ko: '자동으로 보낸 메시지입니다. 답장을 주시면 담당자가 직접 답변드립니다.',
  zh: '这是自动发送的消息。回复本消息，我们的同事会亲自答复您。',
  ja: 'これは自動送信メッセージです。ご返信いただければ、担当者が直接お答えします。',
  es: 'Este es un mensaje automático. Respóndalo y una persona de nuestro equipo le contestará.',
  pt: 'Esta é uma mensagem automática. Responda a ela e uma pessoa da nossa equipe responderá.',
  fr: 'Ceci est un message automatique. Répondez-y et une personne de notre équipe vous répondra.',
  de: 'Dies ist eine automatische Nachricht. Antworten Sie darauf, und ein Mensch aus unserem Team meldet sich.',
  ru: 'Это автоматическое сообщение. Ответьте на него, и вам напишет сотрудник нашей команды.',
  it: 'Questo è un messaggio automatico. Rispondete e una persona del nostro team vi risponderà.',
  hu: 'Ez egy automatikus üzenet. Válaszoljon rá, és munkatársunk személyesen jelentkezik.',
  tr: 'Bu otomatik bir mesajdır. Yanıtlarsanız ekibimizden bir kişi size cevap verecektir.',
  vi: 'Đây là tin nhắn tự động. Hãy trả lời và nhân viên của chúng tôi sẽ phản hồi quý vị.',
  ar: 'هذه رسالة آلية. يمكنكم الرد عليها وسيجيبكم أحد أعضاء فريقنا.',
};

/** The sentence in a language (ISO 639-1), in English where there is none. */
export function automaticDisclosure(language: string): string {
  return DISCLOSURES[language] ?? DISCLOSURES.en!;
}

/** A text with the sentence below it; its writer cannot leave it out. */
export function withAutomaticDisclosure(text: string, language: string): string {
  return `${text.trim()}\n\n${automaticDisclosure(language)}`;
}
