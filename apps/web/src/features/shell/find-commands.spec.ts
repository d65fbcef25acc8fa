import { findCommands } from './find-commands.ts';

const commands = [
  { label: 'Go to Inbox', group: 'Navigation', palette: 'navigate' as const },
  { label: 'Keyboard shortcuts', group: 'Navigation', palette: 'general' as const },
  { label: 'Reply', group: 'Conversation', palette: 'record' as const },
  { label: 'Next row', group: 'Conversation' },
];

describe('findCommands', () => {
  it('puts the open record first and leaves out what is not for the palette', () =>
    expect(findCommands(commands, '').map(({ label }) => label)).toEqual([
      'Reply',
      'Go to Inbox',
      'Keyboard shortcuts',
    ]));
  it('wants every word, in any case and order', () =>
    expect(findCommands(commands, 'INBOX go').map(({ label }) => label)).toEqual(['Go to Inbox']));
  it('finds nothing for a word that nobody has', () => expect(findCommands(commands, 'inbox zzz')).toEqual([]));
});
