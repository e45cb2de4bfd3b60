/** What a page's scripts see of Claimlight by names that are the browser's own. */
import type { ChangeEvent, ErrorEvent, ReadyEvent, SelectEvent, StopEvent } from '../claimlight.js';
import type { ClaimLight } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'claim-light': ClaimLight;
  }
  interface GlobalEventHandlersEventMap {
    'claimlight:ready': ReadyEvent;
    'claimlight:change': ChangeEvent;
    'claimlight:select': SelectEvent;
    'claimlight:error': ErrorEvent;
    'claimlight:stop': StopEvent;
  }
}
