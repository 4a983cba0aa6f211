import { pagesOfEverybody } from './pages.mjs';

pagesOfEverybody();
