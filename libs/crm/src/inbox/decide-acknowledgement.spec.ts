import {
  ACKNOWLEDGED_WITHIN_MS,
  MAX_ACKNOWLEDGEMENTS_A_DAY,
  decideAcknowledgement,
  type AcknowledgementCase,
} from './decide-acknowledgement.ts';

const RULES = {
  enabled: true,
  onlyOutOfHours: true,
  texts: [
    { language: 'en', text: 'An automatic reply.' },
    { language: 'es', text: 'Una respuesta automática.' },
  ],
};
const given = (changed: Partial<AcknowledgementCase> = {}): AcknowledgementCase => ({
  rules: RULES,
  paused: false,
  channelCanSend: true,
  officeOpen: false,
  automaticSender: false,
  inquiryOpen: true,
  acknowledgedAlready: false,
  sentToday: 0,
  ageMs: 1_000,
  language: 'es',
  ...changed,
});
const reason = (changed: Partial<AcknowledgementCase>) => decideAcknowledgement(given(changed));

describe('the automatic acknowledgement', () => {
  it('is in the language of the conversation, else in the first one', () => {
    expect(decideAcknowledgement(given())).toEqual({ text: 'Una respuesta automática.', language: 'es' });
    expect(decideAcknowledgement(given({ language: 'fr' }))).toEqual({ text: 'An automatic reply.', language: 'en' });
    expect(decideAcknowledgement(given({ language: null }))).toMatchObject({ language: 'en' });
  });

  it('is sent while the office is open only when it is for all hours', () => {
    expect(reason({ officeOpen: true })).toEqual({ reason: 'office_open' });
    expect(reason({ officeOpen: true, rules: { ...RULES, onlyOutOfHours: false } })).toMatchObject({ language: 'es' });
  });

  it('is not sent for any of these reasons', () => {
    expect(reason({ rules: null })).toEqual({ reason: 'off' });
    expect(reason({ rules: { ...RULES, enabled: false } })).toEqual({ reason: 'off' });
    expect(reason({ rules: { ...RULES, texts: [] } })).toEqual({ reason: 'off' });
    expect(reason({ paused: true })).toEqual({ reason: 'paused' });
    expect(reason({ channelCanSend: false })).toEqual({ reason: 'cannot_send' });
    expect(reason({ automaticSender: true })).toEqual({ reason: 'automatic_sender' });
    expect(reason({ inquiryOpen: false })).toEqual({ reason: 'no_inquiry' });
    expect(reason({ acknowledgedAlready: true })).toEqual({ reason: 'acknowledged' });
  });

  it('ends a loop of two machines, and does not answer what came late', () => {
    expect(reason({ sentToday: MAX_ACKNOWLEDGEMENTS_A_DAY - 1 })).toMatchObject({ language: 'es' });
    expect(reason({ sentToday: MAX_ACKNOWLEDGEMENTS_A_DAY })).toEqual({ reason: 'too_many' });
    expect(reason({ ageMs: ACKNOWLEDGED_WITHIN_MS })).toMatchObject({ language: 'es' });
    expect(reason({ ageMs: ACKNOWLEDGED_WITHIN_MS + 1 })).toEqual({ reason: 'too_old' });
  });
});
