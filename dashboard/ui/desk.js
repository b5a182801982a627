// Names that screen readers read on the file uploader and hints under the pointer, which Streamlit writes in English; in a block, since it runs again on every page that has one.
{
  const WORDS = __UPLOADER__.map(([english, ours]) => [new RegExp(english), ours])
  const rename = () => ["aria-label", "title"].forEach((name) => document.querySelectorAll(`[data-testid="stFileUploader"] [${name}]:not([data-testid="stFileChipName"])`).forEach((one) => {
    const said = one.getAttribute(name)
    const found = WORDS.find(([pattern]) => pattern.test(said))
    if (found) one.setAttribute(name, said.replace(...found))
  }))
  if (!window.uploaderNames) {
    window.uploaderNames = new MutationObserver(rename)
    window.uploaderNames.observe(document.body, { subtree: true, childList: true })
  }
  rename()
}
