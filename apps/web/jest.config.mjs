import { forProject, preset } from '../../jest.preset.mjs';

const [[files, [transformer, options]]] = Object.entries(preset.transform);

/** As everywhere, and JSX as Next compiles it. */
export default forProject('apps/web/src', {
  transform: {
    [files]: [
      transformer,
      {
        ...options,
        jsc: {
          ...options.jsc,
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
});
