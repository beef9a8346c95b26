import { everyPageHolds } from '../every-page.ts';

everyPageHolds('en');
