import { serverApp } from '../../tools/vite/presets.ts';

export default serverApp(import.meta.dirname, 'src/main.ts', 'src/work.ts');
