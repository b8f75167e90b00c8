// The words of the scripts. English stands in these; a page in another language has a file of them beside this one.

export const language = document.documentElement.lang || "en";

async function translations() {
  if (language === "en") return {};
  try {
    return (await import(`./words/${language}.js`)).default;
  } catch {
    return {}; // English is better than nothing
  }
}
const given = await translations();

export const _ = (text) => given[text] ?? text;

/** The forms of a text that a number decides, by the category of Intl.PluralRules. */
export const ngettext = (one, other) => Object.freeze(given[one] ?? { one, other });

/** A text with its `{parts}` filled in; of several forms the one for `count`. */
export function said(form, parts) {
  const text = typeof form === "string" ? form : (form[new Intl.PluralRules(language).select(parts.count)] ?? form.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
}
