import { AttachmentsRepository, MessagesRepository, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { MessageHtml } from './message-html.ts';
import { MAX_HTML } from './safe-html.ts';

describe('the HTML of a message', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-02T02:00:00Z');
    ({ a, b } = await seedTwoWorkspaces(wired.db));
  });
  afterAll(() => wired.close());

  const write = (patch: Parameters<MessagesRepository['update']>[2]) =>
    wired.db.unitOfWork.run(a, () => wired.get(MessagesRepository).update(a, a.messageId, patch));
  const read = (images = false, workspace = a) => wired.get(MessageHtml).of(workspace, a.messageId, images);

  it('is safe, its own pictures are shown, others only when asked for, and nobody else gets it', async () => {
    const fileId = newId();
    await wired.db.unitOfWork.run(a, () =>
      wired.get(AttachmentsRepository).insert(a, {
        id: fileId,
        conversationId: a.conversationId,
        messageId: a.messageId,
        name: 'logo.png',
        contentType: 'image/png',
        sizeBytes: 3n,
        sha256: Buffer.alloc(32),
        createdAt: new Date(),
      }),
    );
    const html = '<p onclick="x()">Hi<script>x()</script></p><img src="cid:logo"><img src="https://t.example/p.gif">';
    const entry = { name: 'logo.png', contentType: 'image/png', url: null, attachmentId: fileId, contentId: 'logo' };
    await write({ html, attachments: [entry] });
    const safe = await read();
    expect(safe).toMatchObject({ blockedImages: 1 });
    expect(safe!.html).toContain(`<p>Hi</p><img src="/files/conversations/${a.conversationId}/${fileId}?workspace=`);
    expect(safe!.html).not.toContain('https://t.example/p.gif');
    expect((await read(true))!.html).toContain('src="https://t.example/p.gif"');
    expect(await read()).toBe(safe); // made once
    expect(await read(false, b)).toBeNull();
  });

  it('is not there for a message without, nor for one that is too long', async () => {
    await write({ html: null, attachments: [] });
    expect(await read()).toBeNull();
    await write({ html: `<p>${'x'.repeat(MAX_HTML)}</p>` });
    expect(await read()).toBeNull();
  });
});
