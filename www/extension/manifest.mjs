/** The extension's manifest, for both browsers from one place. */

/**
 * All that is asked for. None of these lets the extension see a page before its reader clicks: `activeTab` opens the tab
 * that is clicked on, `scripting` puts Claimlight there, `storage` keeps the settings, `contextMenus` adds the entries.
 */
export const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage'];

/** Chromium asks for one more to have a side panel at all; it opens no page either. */
const OF_CHROMIUM = ['sidePanel'];

/** Granted for one site at a time, when a reader says "always on this site". */
export const OPTIONAL_SITES = ['http://*/*', 'https://*/*'];

const ICONS = { 16: 'icon-16.png', 32: 'icon-32.png', 48: 'icon-48.png', 128: 'icon-128.png' };

/** @param {'chromium' | 'firefox'} browser @param {string} version */
export function manifest(browser, version) {
  const common = {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    icons: ICONS,
    action: { default_title: '__MSG_action__', default_icon: ICONS },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+W' }, description: '__MSG_action__' },
    },
    options_ui: { page: 'options.html', open_in_tab: true },
    optional_host_permissions: OPTIONAL_SITES,
  };
  return { ...common, ...(browser === 'chromium' ? ofChromium() : ofFirefox()) };
}

function ofChromium() {
  return {
    minimum_chrome_version: '120',
    permissions: [...PERMISSIONS, ...OF_CHROMIUM],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'panel.html' },
  };
}

function ofFirefox() {
  return {
    permissions: PERMISSIONS,
    background: { scripts: ['background.js'] },
    sidebar_action: {
      default_panel: 'panel.html',
      default_title: '__MSG_name__',
      default_icon: ICONS,
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: 'claimlight@claimlight.org',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}
