// A form outside the office that saves itself as it is filled in.
import { keepDraftsSaved } from './autosave.ts';

keepDraftsSaved();
