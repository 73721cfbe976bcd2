"use strict";
// All words come from one table per language; numbers are set as its readers set them.

const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);

// What steers the direction of text, has no width, or has no shape.
const UNSEEN = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/;
const ALL_UNSEEN = new RegExp(UNSEEN, "g");

/** Text of a document for where no sign can stand for what nobody sees: labels and titles. */
const plain = (text) => text.replace(ALL_UNSEEN, "");

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
    return typeof value === "number" ? numbers.format(value) : plain(value);
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
