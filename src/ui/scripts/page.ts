import { followErrors } from './errors.ts';
import { offerCopying } from './copy-link.ts';
import { offerSuggestions } from './suggest.ts';
import { offerThemes, useKeptTheme } from './theme.ts';

// The kept theme is set before the first painting; the rest waits for the document, which a module does by itself.
useKeptTheme();
offerThemes();
offerCopying();
followErrors();
offerSuggestions();
