import '@sellmeapen/tokens/tokens.css';
import '@sellmeapen/ui/mantine.css';
import '@sellmeapen/ui/base.css';
import './fonts.css';
import { directionOf, startI18n } from '@sellmeapen/i18n';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { chosenLanguage } from './shared/language';

const i18n = await startI18n(chosenLanguage());
document.documentElement.lang = i18n.language;
document.documentElement.dir = directionOf(i18n.language);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
