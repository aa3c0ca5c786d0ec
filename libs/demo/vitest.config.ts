import { databaseTests } from '../../tools/vitest/presets.ts';

export default databaseTests(import.meta.dirname);
