/** The bookmark itself, with all it needs inside. */
import { toggle } from './toggle.js';

void toggle();
