import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './Console';
import './styles/base.css';
import './styles/shell.css';
import './styles/queue.css';
import './styles/appeal.css';
import './styles/oversight.css';
import './styles/publications.css';
import './styles/pages.css';
import './styles/imports.css';
import './styles/insight.css';
import './styles/narrow.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
