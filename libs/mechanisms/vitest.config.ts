import { nodeTests } from '../../tools/vitest/presets.ts';

export default nodeTests(import.meta.dirname);
