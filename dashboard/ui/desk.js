// Names that screen readers read on the file uploader, which Streamlit writes in English; in a block, since it runs again on every page that has one.
{
  const WORDS = __UPLOADER__.map(([english, ours]) => [new RegExp(english), ours])
  const rename = () => document.querySelectorAll('[data-testid="stFileUploader"] [aria-label]').forEach((one) => {
    const said = one.getAttribute("aria-label")
    const found = WORDS.find(([pattern]) => pattern.test(said))
    if (found) one.setAttribute("aria-label", said.replace(...found))
  })
  if (!window.uploaderNames) {
    window.uploaderNames = new MutationObserver(rename)
    window.uploaderNames.observe(document.body, { subtree: true, childList: true })
  }
  rename()
}
