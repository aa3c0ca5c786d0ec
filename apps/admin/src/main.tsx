import '@taizhang/ui/strict-zod';
import { createLanguage } from '@taizhang/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { adminText } from './text/text-resources.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App language={createLanguage(adminText)} />
  </StrictMode>,
);
