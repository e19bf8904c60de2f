'use strict';
const { existsSync } = require('node:fs');

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/lib/chromium/chromium'];

/** The Chromium of this machine, or the one that CHROMIUM_PATH names; null where there is none. */
function findChromium() {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) return existsSync(named) ? named : null;
  return places.find((place) => existsSync(place)) ?? null;
}

module.exports = { findChromium };
