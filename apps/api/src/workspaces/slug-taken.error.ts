/** Another workspace has the slug that was asked for. */
export class SlugTaken extends Error {
  constructor(slug: string) {
    super(`the slug ${slug} is taken`);
    this.name = 'SlugTaken';
  }
}
