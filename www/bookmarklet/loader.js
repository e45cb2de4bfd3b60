/** A bookmark that fetches, for browsers that keep no long one. @param {string} place @param {string} excuse what is said where that cannot be */
export function loader(place, excuse) {
  const code = `import(${JSON.stringify(place)}).then((m)=>m.toggle(),()=>alert(${JSON.stringify(excuse)}));void 0`;
  return `javascript:${encodeURIComponent(code)}`;
}
