import { guardSignOut } from './queue/sign-out.js';

/**
 * For pages without the surface: unsent operations are sent before somebody signs out. The script
 * element names the API in `data-api` and asks with the text of `data-confirm`, `{0}` being the number.
 */
const { api, confirm } = document.querySelector('script[data-confirm][data-api]').dataset;

guardSignOut({ api, confirm: (count) => window.confirm(confirm.replace('{0}', count)) });
