import { webTests } from '../../tools/vitest/presets.ts';

export default webTests(import.meta.dirname);
