import { pagesOf } from './pages.mjs';

pagesOf('koordinator');
