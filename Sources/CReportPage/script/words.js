"use strict";
// All words come from one table per language; numbers are set as its readers set them.

const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);

/**
 * The words of a key, with values in the places named {like_this}; {count|copy|copies} is the first
 * word where the count is one, else the second.
 */
function say(key, values = {}) {
  const text = key in words ? words[key] : key;
  return text.replace(/\{([a-z_]+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name, one, more) => {
    if (!(name in values)) return place;
    const value = values[name];
    if (one !== undefined) return value === 1 ? one : more;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/** A share as a percentage: whole, but told apart from nothing and from everything. */
function percent(part, whole) {
  if (!whole || !part) return "0%";
  const share = (100 * part) / whole;
  if (share < 1) return "<1%";
  if (share > 99 && part < whole) return "99%";
  return Math.round(share) + "%";
}
