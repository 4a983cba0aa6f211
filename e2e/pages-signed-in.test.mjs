import { pagesOf } from './pages.mjs';

pagesOf('kontaktperson', 'formand', 'administrator', 'frivillig');
