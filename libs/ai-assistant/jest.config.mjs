import { forProject } from '../../jest.preset.mjs';

export default forProject('libs/ai-assistant');
