import { withDatabase } from '../../jest.preset.mjs';

export default withDatabase('libs/db');
