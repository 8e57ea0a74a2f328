export { Trans, useTranslation } from 'react-i18next';
export { formatsFor, useFormats, type Formats } from './format';
export { PSEUDO_LANGUAGES } from './pseudo';
export { directionOf, LANGUAGES, moreWords, startI18n } from './start';
